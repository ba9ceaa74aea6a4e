/** Refused records worked from outside of the processor: found, looked at, taken out, and sent again once. */
@NullMarked
package dev.frist.deadletter;

import org.jspecify.annotations.NullMarked;
