/**
 * Records that were tampered with, through the whole topology: whatever lies in a topic may harm nothing but itself.
 */
@NullMarked
package dev.frist.experiments.fuzz;

import org.jspecify.annotations.NullMarked;
