package dev.frist.topology;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What a release left behind: its topology, the schema of its stored orders, and the bytes that its stores held at the end
 * of {@link ReleaseStory#untilTheRelease}. None of it is ever changed.
 */
record ReleasedState(Path folder) {

    private static final Path RELEASES = Path.of("src", "test", "resources", "dev", "frist", "topology", "releases");
    private static final HexFormat HEX = HexFormat.of();
    private static final String STORE = ".store.hex";

    static ReleasedState named(String version) {
        return new ReleasedState(RELEASES.resolve(version));
    }

    /** All releases, oldest first. */
    static Stream<ReleasedState> all() {
        try (Stream<Path> folders = Files.list(RELEASES)) {
            return folders.filter(Files::isDirectory).sorted().map(ReleasedState::new).toList().stream();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Keeps the stores of a simulation as they are now. */
    void write(Simulation simulation, String topology, Schema orders) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("topology.txt"), topology);
        Files.writeString(
                folder.resolve("order.avsc"),
                new ObjectMapper().readTree(orders.toString()).toPrettyString() + "\n");
        for (String store : stores(simulation)) {
            StringBuilder lines = new StringBuilder();
            entries(simulation, store)
                    .forEach((key, value) ->
                            lines.append(key).append(' ').append(value).append('\n'));
            Files.writeString(folder.resolve(store + STORE), lines.toString());
        }
    }

    String topology() {
        return read("topology.txt");
    }

    Schema orders() {
        return new Schema.Parser().parse(read("order.avsc"));
    }

    /** The bytes of every stored order, by its id. */
    Map<String, byte[]> storedOrders() {
        Map<String, byte[]> stored = new LinkedHashMap<>();
        lines(Names.ORDER_FACTS)
                .forEach((key, value) ->
                        stored.put(new String(HEX.parseHex(key), StandardCharsets.UTF_8), HEX.parseHex(value)));
        return stored;
    }

    /** Puts the bytes into the stores of a simulation that has just begun, as a restore does. */
    void restore(Simulation simulation) {
        for (String store : stores(simulation)) {
            if (!Files.exists(folder.resolve(store + STORE))) {
                continue;
            }
            KeyValueStore<Object, byte[]> into = simulation.driver().getKeyValueStore(store);
            lines(store).forEach((key, value) -> into.put(typed(store, HEX.parseHex(key)), HEX.parseHex(value)));
        }
    }

    boolean exists() {
        return Files.exists(folder.resolve("topology.txt"));
    }

    /** What was decided after the release, line by line. */
    String decisions() {
        return read("decisions.txt");
    }

    void writeDecisions(String decisions) throws IOException {
        Files.writeString(folder.resolve("decisions.txt"), decisions);
    }

    @Override
    public String toString() {
        return folder.getFileName().toString();
    }

    private Map<String, String> lines(String store) {
        Map<String, String> lines = new LinkedHashMap<>();
        read(store + STORE).lines().forEach(line -> {
            int blank = line.indexOf(' ');
            lines.put(line.substring(0, blank), line.substring(blank + 1));
        });
        return lines;
    }

    private String read(String name) {
        try {
            return Files.readString(folder.resolve(name));
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    private static List<String> stores(Simulation simulation) {
        return simulation.driver().getAllStateStores().keySet().stream()
                .filter(store -> !store.equals(Names.POLICIES))
                .sorted()
                .toList();
    }

    private static Map<String, String> entries(Simulation simulation, String name) {
        Map<String, String> entries = new TreeMap<>();
        KeyValueStore<Object, byte[]> store = simulation.driver().getKeyValueStore(name);
        try (KeyValueIterator<Object, byte[]> all = store.all()) {
            while (all.hasNext()) {
                KeyValue<Object, byte[]> entry = all.next();
                entries.put(HEX.formatHex(untyped(entry.key)), HEX.formatHex(entry.value));
            }
        }
        return entries;
    }

    private static byte[] untyped(Object key) {
        return key instanceof Bytes bytes ? bytes.get() : ((String) key).getBytes(StandardCharsets.UTF_8);
    }

    private static Object typed(String store, byte[] key) {
        return store.equals(Names.ORDER_FACTS) ? new String(key, StandardCharsets.UTF_8) : Bytes.wrap(key);
    }
}
