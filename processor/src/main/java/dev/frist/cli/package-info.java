/** The {@code frist} command: reads arguments, calls the rooms behind it, prints what they say. */
@NullMarked
package dev.frist.cli;

import org.jspecify.annotations.NullMarked;
