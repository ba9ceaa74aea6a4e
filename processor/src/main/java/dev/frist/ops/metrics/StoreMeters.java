package dev.frist.ops.metrics;

import dev.frist.state.WindowsAhead;
import dev.frist.topology.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;

/**
 * What must be looked up in the stores: counted now and then by a thread of its own, so that neither a scrape nor a stream
 * thread pays for it. Where a store cannot be read, as during a rebalance, the last figures stay until the task is gone.
 */
public final class StoreMeters {

    private static final long MOST_COUNTED = 100_000;
    private static final Duration SOON = Duration.ofHours(1);
    private static final Duration LATER = Duration.ofHours(24);
    private static final double MILLIS = 1000;

    private final KafkaStreams streams;
    private final TaskMeters tasks;
    private final Path folder;
    private final InstantSource clock;
    private final Map<Integer, long[]> due = new ConcurrentHashMap<>();
    private final Map<Integer, Long> earliest = new ConcurrentHashMap<>();
    private volatile double bytes;

    StoreMeters(Meters meters, KafkaStreams streams, TaskMeters tasks, Path folder, InstantSource clock) {
        this.streams = streams;
        this.tasks = tasks;
        this.folder = folder;
        this.clock = clock;
        meters.gauge(FristMeter.WAKE_UPS_DUE, () -> due(0), "1h");
        meters.gauge(FristMeter.WAKE_UPS_DUE, () -> due(1), "24h");
        meters.gauge(FristMeter.WAKE_UPS_OVERDUE, this::overdue);
        meters.gauge(FristMeter.STATE_DISK, () -> bytes);
    }

    /** Counts the windows that fall due soon, and the bytes on disk. */
    void count() {
        long now = clock.millis();
        long[] upTo = {now + SOON.toMillis(), now + LATER.toMillis()};
        forget();
        for (int partition : tasks.partitions()) {
            windows(partition).ifPresent(windows -> due.put(partition, windows.count(upTo, MOST_COUNTED)));
        }
        bytes = size(folder);
    }

    /** Looks for the earliest window of each task. */
    void look() {
        forget();
        for (int partition : tasks.partitions()) {
            windows(partition).ifPresent(windows -> {
                OptionalLong found = windows.earliest(Long.MAX_VALUE - 1);
                if (found.isPresent()) {
                    earliest.put(partition, found.getAsLong());
                } else {
                    earliest.remove(partition);
                }
            });
        }
    }

    /** When the earliest window of this instance falls due or fell due, epoch millis. */
    public OptionalLong earliest() {
        return earliest.values().stream().mapToLong(Long::longValue).min();
    }

    /** When the earliest window of a task falls due or fell due, epoch millis. */
    public OptionalLong earliest(int partition) {
        Long found = earliest.get(partition);
        return found == null ? OptionalLong.empty() : OptionalLong.of(found);
    }

    private void forget() {
        due.keySet().retainAll(tasks.partitions());
        earliest.keySet().retainAll(tasks.partitions());
    }

    private double due(int horizon) {
        return due.values().stream().mapToLong(counts -> counts[horizon]).sum();
    }

    private double overdue() {
        long now = clock.millis();
        return Math.max(0, now - earliest().orElse(now)) / MILLIS;
    }

    private Optional<WindowsAhead> windows(int partition) {
        try {
            return Optional.of(new WindowsAhead(streams.store(StoreQueryParameters.fromNameAndType(
                            Names.HANDLING_WINDOWS, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                    .withPartition(partition))));
        } catch (InvalidStateStoreException | IllegalStateException elsewhere) {
            return Optional.empty();
        }
    }

    private static double size(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(StoreMeters::bytes).sum();
        } catch (IOException | UncheckedIOException changing) {
            // RocksDB deletes files while they are counted; the next count will do.
            return Double.NaN;
        }
    }

    private static long bytes(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
