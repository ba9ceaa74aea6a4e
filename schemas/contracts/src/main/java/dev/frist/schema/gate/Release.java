package dev.frist.schema.gate;

import dev.frist.schema.Contracts;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Writes the contracts as they are now as a released version; see the module's README. */
public final class Release {

    private Release() {}

    /**
     * Releases a version, unless the gate says no.
     *
     * @param args the folder of the released versions, and the name of the new one
     * @throws IOException if the version cannot be written, or exists
     * @throws IllegalStateException if a contract is not compatible with an earlier version
     */
    public static void main(String[] args) throws IOException {
        Path folder = Path.of(args[0]);
        List<Breach> breaches =
                ReleasedSchemas.read(folder).check(Contracts.registered().values());
        if (!breaches.isEmpty()) {
            throw new IllegalStateException("Not released: " + breaches);
        }
        ReleasedSchemas.write(folder, args[1], Contracts.registered().values());
    }
}
