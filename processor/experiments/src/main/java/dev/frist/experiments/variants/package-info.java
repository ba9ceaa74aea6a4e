/**
 * Processors that each break one promise on purpose, so that it can be shown that the checker finds the breach. Each has a
 * main class of its own, which takes {@code run} and the options that {@code frist run} takes. None is in the distribution.
 */
@NullMarked
package dev.frist.experiments.variants;

import org.jspecify.annotations.NullMarked;
