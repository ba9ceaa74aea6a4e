package dev.frist.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the files of the project lie.
 *
 * @param root the folder of the root pom
 */
public record Repository(Path root) {

    private static final String SCENARIOS = "processor/src/test/scenarios";
    private static final String SOURCES = "processor/src/main/java";

    /** Checks that it is the folder meant. */
    public Repository {
        if (!Files.exists(root.resolve("processor")) || !Files.exists(root.resolve("topology-docs"))) {
            throw new IllegalArgumentException(root + " is not the root of the project");
        }
    }

    /** The documents that people write, and in {@code reference} those that are made. */
    Path documents() {
        return root.resolve("topology-docs");
    }

    /** The documents made from the code. */
    public Path reference() {
        return documents().resolve("reference");
    }

    /** A scenario file by its name: its path below the folder of scenarios, without the ending. */
    Path scenario(String name) {
        return root.resolve(SCENARIOS).resolve(name + ".yaml");
    }

    /** From the folder of the made documents to a scenario. */
    static String linkToScenario(String name) {
        return Markdown.link(name, "../../" + SCENARIOS + "/" + name + ".yaml");
    }

    /** The source of a class of the processor. */
    Path source(String className) {
        return root.resolve(SOURCES).resolve(className.replace('.', '/') + ".java");
    }

    /** From the folder of the made documents to the source of a class. */
    static String linkToSource(String className) {
        String simple = className.substring(className.lastIndexOf('.') + 1);
        return Markdown.link("`" + simple + "`", "../../" + SOURCES + "/" + className.replace('.', '/') + ".java");
    }

    String read(Path file) throws IOException {
        return Files.readString(file);
    }
}
