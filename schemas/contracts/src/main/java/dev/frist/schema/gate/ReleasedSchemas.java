package dev.frist.schema.gate;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaFormatter;

/** The versions of the contracts that were released: a folder for each, with a file for each contract. */
public final class ReleasedSchemas {

    private static final String SUFFIX = ".avsc";

    private final SortedMap<String, Map<String, Schema>> byVersion;

    private ReleasedSchemas(SortedMap<String, Map<String, Schema>> byVersion) {
        this.byVersion = byVersion;
    }

    /**
     * Reads all released versions.
     *
     * @param folder the folder that holds {@code v1}, {@code v2} and so on
     * @return what is in it
     * @throws IOException if it cannot be read
     * @throws org.apache.avro.AvroRuntimeException if a file in it is no schema
     */
    public static ReleasedSchemas read(Path folder) throws IOException {
        SortedMap<String, Map<String, Schema>> byVersion = new TreeMap<>();
        for (Path version : list(folder)) {
            Map<String, Schema> schemas = new LinkedHashMap<>();
            for (Path file : list(version)) {
                if (file.getFileName().toString().endsWith(SUFFIX)) {
                    Schema schema = new Schema.Parser().parse(Files.readString(file));
                    schemas.put(schema.getFullName(), schema);
                }
            }
            byVersion.put(version.getFileName().toString(), schemas);
        }
        return new ReleasedSchemas(byVersion);
    }

    /**
     * Writes a new version.
     *
     * @param folder the folder that holds the versions
     * @param version the new version's name
     * @param contracts what is released
     * @throws IOException if it cannot be written, or if the version exists: what was released never changes
     */
    public static void write(Path folder, String version, Collection<Schema> contracts) throws IOException {
        Files.createDirectories(folder);
        Path target = Files.createDirectory(folder.resolve(version));
        for (Schema contract : contracts) {
            Files.writeString(
                    target.resolve(contract.getName() + SUFFIX),
                    SchemaFormatter.format("json/pretty", contract) + "\n",
                    StandardCharsets.UTF_8);
        }
    }

    /**
     * The names of the released versions.
     *
     * @return the names, in their alphabetical order
     */
    public List<String> versions() {
        return List.copyOf(byVersion.keySet());
    }

    /**
     * Checks contracts against everything that was released.
     *
     * @param contracts all contracts as they would be published now
     * @return every breach found; empty if they may be published
     */
    public List<Breach> check(Collection<Schema> contracts) {
        Map<String, Schema> current = new LinkedHashMap<>();
        contracts.forEach(contract -> current.put(contract.getFullName(), contract));
        Stream<Breach> gone = byVersion.entrySet().stream()
                .flatMap(version -> version.getValue().keySet().stream()
                        .filter(name -> !current.containsKey(name))
                        .map(name -> new Breach(Rule.CONTRACT_STAYS, name, version.getKey() + ": is gone")));
        Stream<Breach> changed =
                contracts.stream().flatMap(contract -> CompatibilityGate.check(contract, earlier(contract)).stream());
        return Stream.concat(gone, changed).toList();
    }

    private Map<String, Schema> earlier(Schema contract) {
        Map<String, Schema> earlier = new LinkedHashMap<>();
        byVersion.forEach((version, schemas) -> {
            Schema schema = schemas.get(contract.getFullName());
            if (schema != null) {
                earlier.put(version, schema);
            }
        });
        return earlier;
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> paths = Files.list(folder)) {
            return paths.sorted().toList();
        }
    }
}
