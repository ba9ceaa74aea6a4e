/** The life of the processor: put together, started, watched, stopped. */
@NullMarked
package dev.frist.runtime;

import org.jspecify.annotations.NullMarked;
