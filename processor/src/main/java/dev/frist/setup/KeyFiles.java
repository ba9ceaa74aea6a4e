package dev.frist.setup;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Looks for the files with keys and certificates: of a missing one, clients tell by a page of stack trace. */
final class KeyFiles {

    private KeyFiles() {}

    /**
     * Looks.
     *
     * @param settings of a client
     * @throws StartupException where a file is named that can't be read
     */
    static void require(Map<String, Object> settings) {
        settings.forEach((name, value) -> {
            boolean isFile = name.endsWith("ssl.truststore.location") || name.endsWith("ssl.keystore.location");
            String file = String.valueOf(value);
            if (isFile && !file.isEmpty() && !Files.isReadable(Path.of(file))) {
                throw new StartupException(name + " = " + file + " is no file that can be read");
            }
        });
    }
}
