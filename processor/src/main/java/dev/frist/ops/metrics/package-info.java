/** Every meter of our own, defined once; and what feeds them. */
@NullMarked
package dev.frist.ops.metrics;

import org.jspecify.annotations.NullMarked;
