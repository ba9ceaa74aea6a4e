package dev.frist.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TiedProcessTest {

    @TempDir
    Path folder;

    @Test
    void endsWhenItsParentIsKilled() throws Exception {
        Process parent = startParent();
        ProcessHandle child = awaitChild();

        parent.destroyForcibly().waitFor();

        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
    }

    @Test
    void leavesAnInterruptToItsParent() throws Exception {
        Process parent = startParent();
        ProcessHandle child = awaitChild();

        Process interrupt = new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start();
        assertThat(interrupt.waitFor(10, TimeUnit.SECONDS)).isTrue();

        Awaitility.await()
                .during(Duration.ofMillis(500))
                .atMost(Duration.ofSeconds(5))
                .until(child::isAlive);
        parent.destroyForcibly().waitFor();
        Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
    }

    @Test
    void hasTheTimeToEndAsItWantsTo() throws Exception {
        ChildJvm child = ChildJvm.start(
                "child",
                folder,
                List.of(),
                System.getProperty("java.class.path"),
                SlowToEnd.class.getName(),
                List.of(folder.toString()));
        awaitChild();

        child.close();

        assertThat(folder.resolve("tidied")).exists();
        assertThat(child.exitStatus()).hasValue(143);
    }

    private Process startParent() throws Exception {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Parent.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();
    }

    private ProcessHandle awaitChild() throws Exception {
        Path pid = folder.resolve("pid");
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> Files.exists(pid));
        return ProcessHandle.of(Long.parseLong(Files.readString(pid))).orElseThrow();
    }

    /** Starts a child and waits for nothing. */
    static final class Parent {

        private Parent() {}

        public static void main(String[] args) throws Exception {
            Path folder = Path.of(args[0]);
            ChildJvm.start(
                    "child",
                    folder,
                    List.of(),
                    System.getProperty("java.class.path"),
                    Child.class.getName(),
                    List.of(folder.toString()));
            new CountDownLatch(1).await();
        }
    }

    /** Says that it lives, and goes on. */
    static final class Child {

        private Child() {}

        public static void main(String[] args) throws Exception {
            Path written = Files.writeString(
                    Path.of(args[0]).resolve("pid.part"),
                    Long.toString(ProcessHandle.current().pid()));
            Files.move(written, Path.of(args[0]).resolve("pid"));
            new CountDownLatch(1).await();
        }
    }

    /** Tidies up for a while when it is told to end. */
    static final class SlowToEnd {

        private SlowToEnd() {}

        public static void main(String[] args) throws Exception {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                try {
                    Thread.sleep(500);
                    Files.createFile(Path.of(args[0]).resolve("tidied"));
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            }));
            Child.main(args);
        }
    }
}
