/**
 * The contracts of Frist's topics: the classes generated from {@code src/main/avro}, and which of them is the value of
 * which topic.
 */
@NullMarked
package dev.frist.schema;

import org.jspecify.annotations.NullMarked;
