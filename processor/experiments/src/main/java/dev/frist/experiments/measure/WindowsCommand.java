package dev.frist.experiments.measure;

import dev.frist.state.BoundedRocksDb;
import dev.frist.state.HandlingWindows;
import dev.frist.state.HandlingWindows.Entry;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.function.IntUnaryOperator;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What it costs to find what is due, in three ways of keeping it. */
@Command(
        name = "windows",
        mixinStandardHelpOptions = true,
        description =
                "Measures what one look for due windows costs with ever more open windows, of which 100 are due each"
                        + " time: in the store that Frist has, in Kafka's WindowStore, and where all that is open is scanned.")
public final class WindowsCommand implements Callable<Integer> {

    private static final long START = Instant.parse("2026-03-02T08:00:00Z").toEpochMilli();
    private static final long SPAN = Duration.ofDays(35).toMillis();
    private static final int DUE = 100;

    @Spec
    private CommandSpec spec;

    @Option(names = "--open", split = ",", defaultValue = "10000,100000,1000000", description = "Open windows.")
    private List<Integer> open = List.of();

    @Option(names = "--looks", defaultValue = "15", description = "Looks, of which the median counts.")
    private int looks;

    private WindowsCommand() {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%12s %18s %18s %18s%n", "open", "handling-windows", "WindowStore", "scan of all open");
        for (int windows : open) {
            out.printf(
                    "%,12d %,15d us %,15d us %,15d us%n",
                    windows, handlingWindows(windows), windowStore(windows), scan(windows));
            out.flush();
        }
        return 0;
    }

    private static long due(int number, int windows) {
        return START + (long) ((double) number / windows * SPAN);
    }

    /** The numbers in an order that is not that of their dues, as orders come. */
    private static int shuffled(int i, int windows) {
        return (int) ((i * 7_919L) % windows);
    }

    private long handlingWindows(int count) {
        KeyValueStore<Bytes, byte[]> store = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore("own"), Serdes.Bytes(), Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        return measured(store, context -> {
            HandlingWindows windows = new HandlingWindows(store);
            for (int i = 0; i < count; i++) {
                int number = shuffled(i, count);
                windows.put(due(number, count), "O" + number);
            }
            return look -> {
                List<Entry> found = windows.due(due((look + 1) * DUE, count) - 1, 10 * DUE);
                found.forEach(entry -> windows.remove(entry.due(), entry.orderId()));
                return found.size();
            };
        });
    }

    private long windowStore(int count) {
        WindowStore<String, byte[]> store = Stores.windowStoreBuilder(
                        Stores.persistentWindowStore(
                                "kafka", Duration.ofMillis(2 * SPAN), Duration.ofMinutes(1), false),
                        Serdes.String(),
                        Serdes.ByteArray())
                .withLoggingDisabled()
                .build();
        return measured(store, context -> {
            for (int i = 0; i < count; i++) {
                int number = shuffled(i, count);
                store.put("O" + number, new byte[] {1}, due(number, count));
            }
            return look -> {
                List<Windowed<String>> found = new ArrayList<>();
                try (KeyValueIterator<Windowed<String>, byte[]> all = store.fetchAll(
                        Instant.ofEpochMilli(START), Instant.ofEpochMilli(due((look + 1) * DUE, count) - 1))) {
                    all.forEachRemaining(each -> found.add(each.key));
                }
                found.forEach(each -> store.put(each.key(), null, each.window().start()));
                return found.size();
            };
        });
    }

    private long scan(int count) {
        KeyValueStore<String, Long> store = Stores.keyValueStoreBuilder(
                        Stores.persistentKeyValueStore("scanned"), Serdes.String(), Serdes.Long())
                .withLoggingDisabled()
                .build();
        return measured(store, context -> {
            for (int i = 0; i < count; i++) {
                int number = shuffled(i, count);
                store.put("O" + number, due(number, count));
            }
            return look -> {
                long upTo = due((look + 1) * DUE, count) - 1;
                List<String> found = new ArrayList<>();
                try (KeyValueIterator<String, Long> all = store.all()) {
                    while (all.hasNext()) {
                        KeyValue<String, Long> each = all.next();
                        if (each.value <= upTo) {
                            found.add(each.key);
                        }
                    }
                }
                found.forEach(store::delete);
                return found.size();
            };
        });
    }

    private interface Way {
        IntUnaryOperator filled(MockProcessorContext<Void, Void> context);
    }

    /** The median of the looks in micros; each must find what is due. */
    private long measured(StateStore store, Way way) {
        try {
            Path folder = Files.createTempDirectory(Files.createDirectories(Path.of("target/measure")), "windows-");
            Properties settings = new Properties();
            settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "windows");
            settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "nowhere:1");
            settings.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, BoundedRocksDb.class);
            MockProcessorContext<Void, Void> context =
                    new MockProcessorContext<>(settings, new TaskId(0, 0), folder.toFile());
            store.init(context.getStateStoreContext(), store);
            try {
                IntUnaryOperator look = way.filled(context);
                long[] took = new long[looks];
                for (int i = 0; i < looks; i++) {
                    long start = System.nanoTime();
                    int found = look.applyAsInt(i);
                    took[i] = (System.nanoTime() - start) / 1_000;
                    if (Math.abs(found - DUE) > 1) {
                        throw new IllegalStateException("found " + found + " instead of " + DUE);
                    }
                }
                Arrays.sort(took);
                return took[looks / 2];
            } finally {
                store.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
