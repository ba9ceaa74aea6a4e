/**
 * A real Kafka broker and a real schema registry as child processes: what the demo, the integration tests and the
 * failure experiments run against. Nothing here is a stand-in for either.
 */
@NullMarked
package dev.frist.stack;

import org.jspecify.annotations.NullMarked;
