package dev.frist.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Finds the scenario files that arguments speak of. */
public final class ScenarioFiles {

    private ScenarioFiles() {}

    /**
     * Files as they are, and of folders every {@code *.yaml} and {@code *.yml} below them, by name. What is hidden is left
     * out: Kubernetes keeps the files of a mounted folder in a hidden one once more.
     *
     * @throws IOException where an argument does not exist, cannot be read, or is a folder without such files
     */
    public static List<Path> find(List<Path> arguments) throws IOException {
        List<Path> files = new ArrayList<>();
        for (Path argument : arguments) {
            if (!Files.exists(argument)) {
                throw new NoSuchFileException(argument.toString(), null, "no such file or folder");
            }
            if (!Files.isReadable(argument)) {
                throw new NoSuchFileException(argument.toString(), null, "cannot be read");
            }
            List<Path> found = Files.isDirectory(argument) ? inside(argument) : List.of(argument);
            if (found.isEmpty()) {
                throw new NoSuchFileException(argument.toString(), null, "no scenario file (*.yaml) in this folder");
            }
            files.addAll(found);
        }
        return files.stream().distinct().toList();
    }

    private static List<Path> inside(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !isHidden(folder.relativize(file)))
                    .filter(file ->
                            file.toString().endsWith(".yaml") || file.toString().endsWith(".yml"))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isHidden(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .anyMatch(name -> name.toString().startsWith("."));
    }
}
