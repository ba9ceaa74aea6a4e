package dev.frist.experiments.fuzz;

import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** A record to be sent, tampered with or not. */
record Tampered(String topic, byte @Nullable [] key, byte @Nullable [] value, Headers headers, long timestamp) {}
