/** {@code frist dead-letters}: refused records are worked, not buried. */
@NullMarked
package dev.frist.cli.deadletter;

import org.jspecify.annotations.NullMarked;
