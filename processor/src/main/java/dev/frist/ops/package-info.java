/** What the running processor says of itself. */
@NullMarked
package dev.frist.ops;

import org.jspecify.annotations.NullMarked;
