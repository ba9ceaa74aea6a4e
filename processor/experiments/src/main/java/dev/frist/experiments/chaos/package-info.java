/**
 * Failure experiments: brokers, a registry and processors as processes, a history sent through them, and meanwhile
 * whatever can fail, from a seeded schedule. What came out is recorded and given to the checker.
 */
@NullMarked
package dev.frist.experiments.chaos;

import org.jspecify.annotations.NullMarked;
