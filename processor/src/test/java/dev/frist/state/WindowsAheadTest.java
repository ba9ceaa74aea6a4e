package dev.frist.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WindowsAheadTest {

    private final KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("windows"), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();
    private final WindowsAhead ahead = new WindowsAhead(store);

    @BeforeEach
    void open() {
        MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
        store.init(context.getStateStoreContext(), store);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void nothingIsAheadOfAnEmptyStoreNorOfNotes() {
        assertThat(ahead.earliest(Long.MAX_VALUE - 1)).isEmpty();
        new TaskNotes(store).nextPolicy(7);
        assertThat(ahead.earliest(Long.MAX_VALUE - 1)).isEmpty();
        assertThat(ahead.count(new long[] {10, 20}, 100)).containsExactly(0, 0);
    }

    @Test
    void windowsAreCountedUpToEachInstantTheOverdueAmongThem() {
        HandlingWindows windows = new HandlingWindows(store);
        for (long due : new long[] {-5, 9, 10, 11, 20, 21}) {
            windows.put(due, "O" + due);
        }
        assertThat(ahead.count(new long[] {10, 20}, 100)).containsExactly(3, 5);
        assertThat(ahead.earliest(Long.MAX_VALUE - 1)).hasValue(-5);
        windows.remove(-5, "O-5");
        assertThat(ahead.earliest(Long.MAX_VALUE - 1)).hasValue(9);
        assertThat(ahead.earliest(8)).isEmpty();
    }

    @Test
    void countingEndsWhereItWouldCostTooMuch() {
        HandlingWindows windows = new HandlingWindows(store);
        for (int i = 0; i < 50; i++) {
            windows.put(i, "O" + i);
        }
        assertThat(ahead.count(new long[] {5, 100}, 20)).containsExactly(6, 20);
    }

    @Test
    void whatLiesBeforeTheNotedFloorIsNotReadAgain() {
        HandlingWindows windows = new HandlingWindows(store);
        for (int i = 0; i < 10_001; i++) {
            windows.put(i, "O");
            windows.remove(i, "O");
        }
        windows.put(20_000, "P");
        assertThat(windows.due(30_000, 1)).hasSize(1);
        assertThat(HandlingWindows.noted(store)).isEqualTo(HandlingWindows.key(20_000, "P"));
        assertThat(ahead.earliest(30_000)).hasValue(20_000);
    }
}
