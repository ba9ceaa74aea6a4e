package dev.frist.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressLedgerTest {

    private final ProgressLedger ledger = new ProgressLedger(List.of("orders", "returns"), 2);

    private void ended(int partition, long at, long orders, long returns) {
        Map<String, Long> ends = Map.of("orders", orders, "returns", returns);
        ledger.ended(partition, at, part -> ends.get(part.topic()));
    }

    private void processed(int partition, long orders, long returns) {
        Map<String, Long> positions = Map.of("orders", orders, "returns", returns);
        ledger.processed(partition, part -> positions.get(part.topic()));
    }

    @Test
    void nothingIsKnownBeforeAnAnswer() {
        assertThat(ledger.completeUpTo(0)).isEqualTo(Completeness.UNKNOWN);
        processed(0, 10, 10);
        assertThat(ledger.completeUpTo(0)).isEqualTo(Completeness.UNKNOWN);
    }

    @Test
    void anEmptyPartitionIsComplete() {
        ended(0, 100, 0, 0);
        processed(0, 0, 0);
        assertThat(ledger.completeUpTo(0)).isEqualTo(100);
        assertThat(ledger.heldSince(0)).isEmpty();
    }

    @Test
    void everyTopicCounts() {
        ended(0, 100, 5, 3);
        processed(0, 5, 2);
        assertThat(ledger.completeUpTo(0)).isEqualTo(Completeness.UNKNOWN);
        assertThat(ledger.heldSince(0)).isEqualTo(OptionalLong.of(100));
        processed(0, 5, 3);
        assertThat(ledger.completeUpTo(0)).isEqualTo(100);
        assertThat(ledger.heldSince(0)).isEmpty();
    }

    @Test
    void underSteadyTrafficTheEndsOfEarlierMomentsAreReached() {
        for (int second = 0; second < 2_000; second++) {
            ended(0, second * 1000L, second * 10L, 0);
            processed(0, Math.max(0, second * 10 - 5), 0);
        }
        assertThat(ledger.completeUpTo(0)).isEqualTo(1_998_000);
    }

    @Test
    void whatIsHeldUpLongStaysKnownCoarsely() {
        for (int second = 0; second < 10_000; second++) {
            ended(0, second, second, 0);
            processed(0, 0, 0);
        }
        assertThat(ledger.completeUpTo(0)).isZero();
        processed(0, 5_000, 0);
        assertThat(ledger.completeUpTo(0)).isBetween(4_000L, 5_000L);
        processed(0, 9_999, 0);
        assertThat(ledger.completeUpTo(0)).isEqualTo(9_999);
    }

    @Test
    void partitionsAreApart() {
        ended(0, 100, 5, 0);
        ended(1, 100, 7, 0);
        processed(0, 5, 0);
        processed(1, 5, 0);
        assertThat(ledger.completeUpTo(0)).isEqualTo(100);
        assertThat(ledger.completeUpTo(1)).isEqualTo(Completeness.UNKNOWN);
        assertThat(ledger.held()).containsExactly(Map.entry(1, 100L));
    }

    @Test
    void aClockThatWentBackwardsMakesNothingCompleteThatWasNot() {
        ended(0, 100, 5, 0);
        processed(0, 5, 0);
        ended(0, 50, 6, 0);
        processed(0, 5, 0);
        assertThat(ledger.completeUpTo(0)).isEqualTo(100);
        processed(0, 6, 0);
        assertThat(ledger.completeUpTo(0)).isEqualTo(50);
    }
}
