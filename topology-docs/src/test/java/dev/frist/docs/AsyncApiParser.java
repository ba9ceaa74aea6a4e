package dev.frist.docs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * AsyncAPI's parser, from npm, run by node. Where one of them is missing the tests are left out, and say so; with
 * {@code -Dnode.required=true}, as in CI, they fail.
 */
final class AsyncApiParser {

    private static final List<String> FILES = List.of("package.json", "package-lock.json", ".npmrc", "validate.mjs");
    private static final Path INSTALLED = Path.of("target", "asyncapi");
    private static final long MINUTES = 5;

    private AsyncApiParser() {}

    /** What a program said, both streams, and its exit status. */
    record Judgement(int status, String output) {}

    /** Installs the versions of the lock file into {@code target}, unless they are there. */
    static AsyncApiParser installed() throws IOException, InterruptedException {
        Files.createDirectories(INSTALLED);
        Path lock = INSTALLED.resolve("package-lock.json");
        boolean isCurrent = Files.exists(INSTALLED.resolve("node_modules/.package-lock.json"))
                && Files.exists(lock)
                && Files.readString(lock).equals(Files.readString(Path.of("asyncapi", "package-lock.json")));
        for (String file : FILES) {
            Files.copy(Path.of("asyncapi", file), INSTALLED.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        requireRun("node is missing", "node", "--version");
        if (!isCurrent) {
            requireRun("npm could not install AsyncAPI's parser", "npm", "ci", "--no-progress");
        }
        return new AsyncApiParser();
    }

    /** Validates a document. */
    Judgement judge(Path document) throws IOException, InterruptedException {
        return run("node", "validate.mjs", document.toString());
    }

    private static void requireRun(String complaint, String... command) throws InterruptedException {
        String why;
        try {
            Judgement judgement = run(command);
            if (judgement.status() == 0) {
                return;
            }
            why = judgement.output();
        } catch (IOException missing) {
            why = String.valueOf(missing.getMessage());
        }
        String line = "asyncapi.yaml is NOT validated here: " + complaint + " (" + why.strip() + ")";
        if (Boolean.getBoolean("node.required")) {
            Assertions.fail(line);
        }
        System.out.println(line);
        Assumptions.abort(line);
    }

    private static Judgement run(String... command) throws IOException, InterruptedException {
        Path output = Files.createTempFile("asyncapi", ".txt");
        try {
            Process process = new ProcessBuilder(new ArrayList<>(List.of(command)))
                    .directory(INSTALLED.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                return new Judgement(-1, String.join(" ", command) + " did not end within " + MINUTES + " minutes");
            }
            return new Judgement(process.exitValue(), Files.readString(output));
        } finally {
            Files.delete(output);
        }
    }
}
