package dev.frist.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ctrl-C in the middle of {@code frist demo}, with the program as it is shipped. */
class DemoInterruptIT {

    @TempDir
    Path folder;

    @Test
    void leavesNothingRunningAndNothingLyingAbout() throws Exception {
        Path temporary = Files.createDirectory(folder.resolve("tmp"));
        Path shown = folder.resolve("shown");
        ProcessBuilder command = new ProcessBuilder(
                        Path.of("target", "frist", "bin", "frist").toString(), "demo")
                .redirectErrorStream(true)
                .redirectOutput(shown.toFile());
        command.environment().put("FRIST_JAVA_OPTS", "-Djava.io.tmpdir=" + temporary);
        Process demo = command.start();
        Awaitility.await()
                .atMost(Duration.ofMinutes(3))
                .until(() -> !demo.isAlive() || Files.readString(shown).contains("return opened"));
        List<ProcessHandle> processes = demo.descendants().toList();
        assertThat(processes).hasSizeGreaterThanOrEqualTo(2);

        Process interrupt = new ProcessBuilder("kill", "-INT", Long.toString(demo.pid())).start();
        assertThat(interrupt.waitFor(10, TimeUnit.SECONDS)).isTrue();

        assertThat(demo.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(processes).noneMatch(ProcessHandle::isAlive);
        assertThat(left(temporary)).isEmpty();
        assertThat(Files.readString(shown)).contains("Stopping").doesNotContain("Exception");
    }

    private static List<Path> left(Path temporary) throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("frist-demo"))
                    .toList();
        }
    }
}
