/** How the neighbours of the processor speak with it: a checkout that publishes, a notification service that consumes. */
@NullMarked
package dev.frist.examples;

import org.jspecify.annotations.NullMarked;
