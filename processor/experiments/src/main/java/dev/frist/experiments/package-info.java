/** Experiments that would find a broken promise of the processor. */
@NullMarked
package dev.frist.experiments;

import org.jspecify.annotations.NullMarked;
