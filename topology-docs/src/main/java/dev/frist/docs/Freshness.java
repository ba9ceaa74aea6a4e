package dev.frist.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Whether the documents in a folder are those that the code makes. */
final class Freshness {

    private Freshness() {}

    /**
     * A file that is not as it should be.
     *
     * @param path below the folder
     * @param wanted what it should hold; null where it should not be
     * @param found what it holds; null where it is missing
     */
    record Stale(
            String path, @Nullable String wanted, @Nullable String found) {

        /** What is wrong, with the first line that differs. */
        String problem() {
            if (wanted == null) {
                return path + " is no longer made from the code";
            }
            if (found == null) {
                return path + " is missing";
            }
            List<String> then = found.lines().toList();
            List<String> now = wanted.lines().toList();
            int line = 0;
            while (line < then.size() && line < now.size() && then.get(line).equals(now.get(line))) {
                line++;
            }
            return path + " is stale from line " + (line + 1) + " on:\n    it says:       " + lineOrEnd(then, line)
                    + "\n    the code says: " + lineOrEnd(now, line);
        }

        private static String lineOrEnd(List<String> lines, int line) {
            return line < lines.size() ? lines.get(line) : "(the end)";
        }
    }

    /** What a person is to read where documents are stale: each of them, and what refreshes them; empty where none is. */
    static String report(List<Stale> stale) {
        return stale.isEmpty()
                ? ""
                : stale.stream().map(Stale::problem).collect(Collectors.joining("\n"))
                        + "\nThese documents are made from the code. Refresh them with: " + Documents.COMMAND;
    }

    /** Every file of the folder that differs from what the documents say, by name. */
    static List<Stale> of(List<Document> documents, Path folder) throws IOException {
        Map<String, String> wanted = documents.stream()
                .collect(Collectors.toMap(
                        Document::path,
                        Document::text,
                        (one, other) -> {
                            throw new IllegalArgumentException("two documents of one name");
                        },
                        TreeMap::new));
        Map<String, String> found = read(folder);
        List<Stale> stale = new ArrayList<>();
        wanted.forEach((path, text) -> {
            if (!text.equals(found.get(path))) {
                stale.add(new Stale(path, text, found.get(path)));
            }
        });
        found.keySet().stream()
                .filter(path -> !wanted.containsKey(path))
                .forEach(path -> stale.add(new Stale(path, null, found.get(path))));
        return stale;
    }

    private static Map<String, String> read(Path folder) throws IOException {
        Map<String, String> found = new TreeMap<>();
        if (!Files.isDirectory(folder)) {
            return found;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                // A checkout may have its own line endings; what is said is the same.
                found.put(
                        folder.relativize(file).toString().replace('\\', '/'),
                        Files.readString(file).replace("\r\n", "\n"));
            }
        }
        return found;
    }
}
