package dev.frist.experiments.measure;

import java.util.List;

/** What a storm must not push up, by the names under which the processor says it. */
final class Watched {

    /** Threads of Kafka Streams that died. */
    static final String DEAD_THREADS = "frist_streams_thread_failures";

    /** Nanoseconds spent on aborting transactions. */
    static final String ABORT_TIME = "kafka_producer_txn_abort_time_ns_total";

    static final List<String> NAMES = List.of(
            "kafka_consumer_time_between_poll_max",
            "kafka_stream_thread_commit_latency_max",
            "kafka_stream_thread_punctuate_latency_max",
            ABORT_TIME,
            DEAD_THREADS);

    private Watched() {}
}
