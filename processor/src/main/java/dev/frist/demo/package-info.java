/**
 * The published incident, lived through in a minute: orders, returns, corrections and silence, a window that is
 * shortened in mid-flight, and beside what Frist decides, what a rule that compares amounts would have done.
 */
@NullMarked
package dev.frist.demo;

import org.jspecify.annotations.NullMarked;
