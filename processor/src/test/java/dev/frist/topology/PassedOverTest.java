package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PassedOverTest {

    private static final TopicPartition PARTITION = new TopicPartition("orders", 0);

    private final AtomicInteger made = new AtomicInteger();
    private long visibleAt = Long.MAX_VALUE;
    private long stableEnd = Long.MAX_VALUE;
    private int readings;

    /** A log of which nothing is seen but perhaps one record; reading goes on to the last stable offset. */
    private final MockConsumer<byte[], byte[]> log = new MockConsumer<>("earliest") {
        @Override
        public synchronized void seek(TopicPartition partition, long offset) {
            super.seek(partition, offset);
            readings++;
            if (visibleAt >= offset && visibleAt < stableEnd) {
                addRecord(new ConsumerRecord<>("orders", 0, visibleAt, new byte[0], new byte[0]));
            } else if (stableEnd != Long.MAX_VALUE && stableEnd > offset) {
                super.seek(partition, stableEnd);
            }
        }
    };

    private final PassedOver passedOver = new PassedOver(() -> {
        made.incrementAndGet();
        log.updateBeginningOffsets(Map.of(PARTITION, 0L));
        return log;
    });

    @Test
    void aPartitionThatMovesIsNotRead() {
        for (long committed = 0; committed < 50; committed++) {
            assertThat(passedOver.from(PARTITION, committed, 100)).isEqualTo(committed);
        }
        assertThat(made).hasValue(0);
    }

    @Test
    void whatNobodySeesCountsAsProcessed() {
        stableEnd = 12;
        assertThat(passedOver.from(PARTITION, 10, 12)).isEqualTo(10);
        assertThat(passedOver.from(PARTITION, 10, 12)).isEqualTo(12);
        assertThat(passedOver.from(PARTITION, 10, 12)).isEqualTo(12);
        assertThat(readings).isOne();
    }

    @Test
    void aRecordIsWaitedForAndNotReadAgainAndAgain() {
        stableEnd = 20;
        visibleAt = 11;
        assertThat(passedOver.from(PARTITION, 10, 20)).isEqualTo(10);
        for (int i = 0; i < 20; i++) {
            assertThat(passedOver.from(PARTITION, 10, 20 + i)).isEqualTo(11);
        }
        assertThat(readings).isOne();
    }

    @Test
    void anOpenTransactionIsLookedAtNowAndThenUntilItEnds() {
        stableEnd = 10;
        for (int i = 0; i < 11; i++) {
            assertThat(passedOver.from(PARTITION, 10, 12)).isEqualTo(10);
        }
        assertThat(readings).isBetween(1, 3);
        stableEnd = 12;
        long position = 10;
        for (int i = 0; i < 6; i++) {
            position = passedOver.from(PARTITION, 10, 12);
        }
        assertThat(position).isEqualTo(12);
    }

    @Test
    void aGroupThatWasSetBackIsBelieved() {
        stableEnd = 12;
        passedOver.from(PARTITION, 10, 12);
        passedOver.from(PARTITION, 10, 12);
        assertThat(passedOver.from(PARTITION, 3, 12)).isEqualTo(3);
    }
}
