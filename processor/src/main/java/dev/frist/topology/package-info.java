/**
 * The Kafka Streams topology: three sources, one processor, two stores, four sinks; and the policies, which every
 * instance holds.
 */
@NullMarked
package dev.frist.topology;

import org.jspecify.annotations.NullMarked;
