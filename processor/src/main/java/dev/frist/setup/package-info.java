/** What must be there before the processor starts, and how it is made: brokers, registry, topics, schemas, policies. */
@NullMarked
package dev.frist.setup;

import org.jspecify.annotations.NullMarked;
