/** Whether the process is to be left alone, whether it works, and how far it has come. */
@NullMarked
package dev.frist.ops.health;

import org.jspecify.annotations.NullMarked;
