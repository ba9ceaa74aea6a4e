/** The chart, held against Kubernetes, against the program, and against the image. */
package dev.frist.chart;
