package dev.frist.state;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.order.OrderState;
import dev.frist.state.HandlingWindows.Entry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeSet;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HandlingWindowsTest {

    private static final long NEVER = OrderState.NO_WAKE_UP;

    private final KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                    Stores.inMemoryKeyValueStore("windows"), Serdes.Bytes(), Serdes.ByteArray())
            .withLoggingDisabled()
            .build();

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
    void whatIsDueComesInTheOrderOfTimeAlsoBefore1970() {
        HandlingWindows windows = new HandlingWindows(store);
        windows.put(5, "B");
        windows.put(Long.MIN_VALUE, "A");
        windows.put(5, "A");
        windows.put(-1, "C");
        windows.put(6, "D");
        assertThat(windows.due(5, 10))
                .containsExactly(
                        new Entry(Long.MIN_VALUE, "A"), new Entry(-1, "C"), new Entry(5, "A"), new Entry(5, "B"));
        assertThat(windows.due(5, 2)).containsExactly(new Entry(Long.MIN_VALUE, "A"), new Entry(-1, "C"));
    }

    @Test
    void anEntryBeforeTheFloorLowersIt() {
        HandlingWindows windows = new HandlingWindows(store);
        windows.put(100, "A");
        assertThat(windows.due(99, 10)).isEmpty();
        windows.put(50, "B");
        assertThat(windows.due(99, 10)).containsExactly(new Entry(50, "B"));
        assertThat(HandlingWindows.next(store)).isEqualTo(OptionalLong.of(50));
    }

    @Test
    void anEntryMoves() {
        HandlingWindows windows = new HandlingWindows(store);
        windows.move("A", NEVER, 10);
        windows.move("A", 10, 20);
        assertThat(windows.due(30, 10)).containsExactly(new Entry(20, "A"));
        windows.move("A", 20, 20);
        windows.move("A", 20, NEVER);
        assertThat(windows.due(30, 10)).isEmpty();
        assertThat(HandlingWindows.next(store)).isEmpty();
    }

    @Test
    void theFloorIsNotedNowAndThenAndNeverTooHigh() {
        HandlingWindows windows = new HandlingWindows(store);
        for (int i = 0; i < 20_000; i++) {
            windows.put(i, "A");
        }
        windows.put(30_000, "Z");
        for (List<Entry> due = windows.due(25_000, 500); !due.isEmpty(); due = windows.due(25_000, 500)) {
            due.forEach(entry -> windows.remove(entry.due(), entry.orderId()));
        }
        assertThat(store.get(Bytes.wrap(new byte[] {0}))).isNotNull();

        new HandlingWindows(store).put(3, "early");

        assertThat(new HandlingWindows(store).due(40_000, 10))
                .containsExactly(new Entry(3, "early"), new Entry(30_000, "Z"));
    }

    @Test
    void notesAreNoEntries() {
        HandlingWindows windows = new HandlingWindows(store);
        TaskNotes notes = new TaskNotes(store);
        assertThat(notes.nextPolicy()).isZero();
        notes.nextPolicy(7);
        assertThat(notes.nextPolicy()).isEqualTo(7);
        assertThat(windows.due(NEVER - 1, 10)).isEmpty();
        assertThat(HandlingWindows.next(store)).isEmpty();
    }

    @Test
    void anyHistoryFindsWhatASimpleModelFinds() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            HandlingWindows windows = new HandlingWindows(store);
            Map<String, Long> model = new HashMap<>();
            for (int step = 0; step < 400; step++) {
                if (random.nextInt(20) == 0) {
                    windows = new HandlingWindows(store);
                }
                String order = "O" + random.nextInt(30);
                long to = random.nextInt(5) == 0 ? NEVER : random.nextLong(200) - 100;
                windows.move(order, model.getOrDefault(order, NEVER), to);
                model.put(order, to);
                long upTo = random.nextLong(240) - 120;
                int max = 1 + random.nextInt(40);
                assertThat(windows.due(upTo, max)).isEqualTo(expected(model, upTo, max));
            }
            for (Map.Entry<String, Long> left : model.entrySet()) {
                windows.move(left.getKey(), left.getValue(), NEVER);
            }
        }
    }

    private static List<Entry> expected(Map<String, Long> model, long upTo, int max) {
        TreeSet<Bytes> keys = new TreeSet<>();
        model.forEach((order, due) -> {
            if (due <= upTo) {
                keys.add(HandlingWindows.key(due, order));
            }
        });
        List<Entry> entries = new ArrayList<>();
        for (Bytes key : keys) {
            if (entries.size() < max) {
                String text = new String(key.get(), java.nio.charset.StandardCharsets.ISO_8859_1);
                String order = text.substring(8);
                entries.add(new Entry(model.get(order), order));
            }
        }
        return entries;
    }
}
