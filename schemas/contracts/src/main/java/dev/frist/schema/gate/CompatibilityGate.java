package dev.frist.schema.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaCompatibility.SchemaPairCompatibility;

/**
 * Decides whether a contract may stand beside its earlier versions: every version must read every other, in both
 * directions, with the same meaning. Avro's own check is asked for each pair; what it lets through is found by
 * {@link Drift} and {@link Lint}.
 */
public final class CompatibilityGate {

    private CompatibilityGate() {}

    /**
     * Checks a contract by itself and against all its earlier versions.
     *
     * @param current the contract as it would be published now
     * @param earlier its earlier versions, by a name that a breach can refer to, such as {@code v1}
     * @return every breach found; empty if the contract may stand
     */
    public static List<Breach> check(Schema current, Map<String, Schema> earlier) {
        List<Breach> breaches = new ArrayList<>(Lint.of(current));
        earlier.forEach((version, released) -> {
            breaches.addAll(unreadable(Rule.READS_EARLIER, current, released, version));
            breaches.addAll(unreadable(Rule.READ_BY_EARLIER, released, current, version));
            breaches.addAll(Drift.between(released, version, current));
        });
        return List.copyOf(breaches);
    }

    private static List<Breach> unreadable(Rule rule, Schema reader, Schema writer, String version) {
        SchemaPairCompatibility pair = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer);
        if (pair.getType() == SchemaCompatibilityType.COMPATIBLE) {
            return List.of();
        }
        return pair.getResult().getIncompatibilities().stream()
                .map(found -> new Breach(
                        rule,
                        reader.getFullName() + found.getLocation(),
                        version + ": " + found.getType() + " " + found.getMessage()))
                .toList();
    }
}
