/** Settings and life cycle of the program: what it is told, how it starts, how it says that it is well, how it stops. */
@NullMarked
package dev.frist.runtime;

import org.jspecify.annotations.NullMarked;
