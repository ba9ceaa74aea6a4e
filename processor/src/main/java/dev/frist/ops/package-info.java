/** What the running processor says of itself: health, metrics, and the endpoint that answers with them. */
@NullMarked
package dev.frist.ops;

import org.jspecify.annotations.NullMarked;
