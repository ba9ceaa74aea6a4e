package dev.frist.experiments.chaos;

import dev.frist.config.FristConfig;
import dev.frist.topology.TopicNames;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Waits until a processor that is left in peace has nothing left to do. */
final class Settling implements AutoCloseable {

    private static final Duration DRAIN_LIMIT = Duration.ofMinutes(3);
    private static final Duration QUIET_LIMIT = Duration.ofMinutes(2);
    private static final Duration QUIET = Duration.ofSeconds(6);
    private static final int ANSWER_SECONDS = 20;
    private static final int POLL_MILLIS = 300;

    private final Admin admin;
    private final String group;
    private final TopicNames topics;

    Settling(FristConfig config) {
        this.admin = Admin.create(config.admin());
        this.group = config.applicationId();
        this.topics = new TopicNames(config.topicPrefix());
    }

    /**
     * Waits until everything that lies in the event topics was processed. The last record of each partition must have been
     * committed, not aborted.
     *
     * @throws ExperimentException where that takes minutes
     */
    void awaitDrained() throws InterruptedException {
        long end = System.nanoTime() + DRAIN_LIMIT.toNanos();
        Map<TopicPartition, Long> behind = behind();
        while (!behind.isEmpty()) {
            if (System.nanoTime() - end > 0) {
                throw new ExperimentException("the processor stands still: " + DRAIN_LIMIT.toSeconds()
                        + " s after the last failure it has not read " + behind);
            }
            Thread.sleep(POLL_MILLIS);
            behind = behind();
        }
    }

    /**
     * Waits until nothing can be due any more, and nothing has been published for some seconds.
     *
     * @param nothingDueAfter epoch millis
     * @return since when nothing was published, epoch millis
     * @throws ExperimentException where it does not become quiet
     */
    long awaitQuiet(long nothingDueAfter) throws InterruptedException {
        Thread.sleep(Math.max(0, nothingDueAfter - System.currentTimeMillis()));
        long limit = System.nanoTime() + QUIET_LIMIT.toNanos();
        Map<TopicPartition, Long> last = ends(outputs());
        long since = System.currentTimeMillis();
        while (System.currentTimeMillis() - since < QUIET.toMillis()) {
            if (System.nanoTime() - limit > 0) {
                throw new ExperimentException(
                        "the processor still publishes " + QUIET_LIMIT.toSeconds() + " s after anything could be due");
            }
            Thread.sleep(POLL_MILLIS);
            Map<TopicPartition, Long> now = ends(outputs());
            if (!now.equals(last)) {
                last = now;
                since = System.currentTimeMillis();
            }
        }
        return since;
    }

    /** The partitions whose end the group has not reached, and how many records are missing. */
    private Map<TopicPartition, Long> behind() throws InterruptedException {
        Map<TopicPartition, Long> behind = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> committed = committed();
        ends(topics.events()).forEach((partition, end) -> {
            OffsetAndMetadata offset = committed.get(partition);
            long missing = end - (offset == null ? 0 : offset.offset());
            if (missing > 0) {
                behind.put(partition, missing);
            }
        });
        return behind;
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() throws InterruptedException {
        return answer(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
    }

    private List<String> outputs() {
        return List.of(topics.disputes(), topics.resolutions(), topics.notices(), topics.deadLetters());
    }

    private Map<TopicPartition, Long> ends(List<String> names) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (String topic : names) {
            for (int partition = 0; partition < TestBed.PARTITIONS; partition++) {
                asked.put(new TopicPartition(topic, partition), OffsetSpec.latest());
            }
        }
        Map<TopicPartition, Long> ends = new HashMap<>();
        answer(admin.listOffsets(asked).all()).forEach((partition, info) -> ends.put(partition, info.offset()));
        return ends;
    }

    private static <T> T answer(org.apache.kafka.common.KafkaFuture<T> future) throws InterruptedException {
        try {
            return future.get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException failed) {
            throw new ExperimentException("the brokers cannot be asked: " + failed, failed);
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ZERO);
    }
}
