package dev.frist.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a pod without a container engine: the image's files, user and environment, the pod's volumes, arguments and variables
 * over them, in a folder that stands in for {@code /}. Where this process is root, the pod's runs as the image's user without
 * capabilities, and, where the system lets it, sees the whole file system read-only but for the volumes that it may write to.
 */
final class Container {

    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));
    private static final boolean READ_ONLY = ROOT && canMountReadOnly();

    private final Dockerfile image;
    private final Path root;
    private final PodFiles files;
    private final List<Path> writable = new ArrayList<>();
    private final Set<Path> there = new HashSet<>();
    private final Map<String, String> environment = new LinkedHashMap<>();

    private Container(Dockerfile image, Path root, PodFiles files) {
        this.image = image;
        this.root = root;
        this.files = files;
    }

    /**
     * Lays down image and volumes.
     *
     * @param root is made; stands in for {@code /}
     * @param shared where the image's files lie, which many pods may share; made if it is not there
     */
    static Container layDown(Rendered rendered, Pod pod, Path root, Path shared) throws IOException {
        Files.createDirectories(root);
        Container container = new Container(Dockerfile.read(), root, PodFiles.layDown(rendered, pod, root));
        container.copyImage(shared);
        for (JsonNode mount : pod.container().path("volumeMounts")) {
            if (!mount.path("readOnly").asBoolean()) {
                Path folder =
                        Path.of(container.files.here(mount.path("mountPath").asText()));
                container.writable.add(folder);
                container.giveAway(folder);
            }
        }
        container.environment.putAll(container.image.pairs("ENV"));
        container.environment.replaceAll((name, value) -> container.files.here(value));
        container.environment.put("PATH", container.environment.get("PATH").replace("$PATH", "/usr/bin:/bin"));
        container.environment.put("JAVA_HOME", System.getProperty("java.home"));
        container.environment.putAll(container.files.environment());
        try (Stream<Path> all = Files.walk(root)) {
            all.forEach(container.there::add);
        }
        return container;
    }

    /** The distribution as the image has it: nobody may write to it. */
    private void copyImage(Path shared) throws IOException {
        for (Dockerfile.Copy copy : image.copies()) {
            Path there = shared.resolve(copy.to().substring(1));
            if (!Files.exists(there)) {
                Files.createDirectories(there.getParent());
                Rendered.copy(copy.from(), there);
                close(copy.from(), there);
            }
            Path here = Path.of(files.here(copy.to()));
            Files.createDirectories(here.getParent());
            Files.createSymbolicLink(here, there);
        }
    }

    private static void close(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(to)) {
            for (Path file : all.toList()) {
                boolean runs = Files.isDirectory(file) || Files.isExecutable(from.resolve(to.relativize(file)));
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(runs ? "r-xr-xr-x" : "r--r--r--"));
            }
        }
    }

    private void giveAway(Path folder) throws IOException {
        if (ROOT) {
            String[] ids = image.only("USER").split(":", -1);
            Files.setAttribute(folder, "unix:uid", Integer.parseInt(ids[0]));
            Files.setAttribute(folder, "unix:gid", Integer.parseInt(ids[1]));
        }
    }

    /** The pod's own command. */
    Process start(Path out, Path err) throws IOException {
        return start(
                Stream.concat(entrypoint().stream(), files.arguments().stream()).toList(), out, err);
    }

    /** The image's health check. */
    int checkHealth(Path out) throws IOException, InterruptedException {
        return await(start(image.healthCheck().stream().map(files::here).toList(), out, out));
    }

    /** Any command, such as one that tries what it may not. */
    int run(List<String> command, Path out) throws IOException, InterruptedException {
        return await(start(command, out, out));
    }

    static int await(Process process) throws InterruptedException {
        assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    Path path(String inThePod) {
        return Path.of(files.here(inThePod));
    }

    private List<String> entrypoint() throws IOException {
        return image.list("ENTRYPOINT").stream().map(files::here).toList();
    }

    private Process start(List<String> command, Path out, Path err) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(asUser(command))
                .directory(Path.of(files.here(image.only("WORKDIR"))).toFile())
                .redirectOutput(ProcessBuilder.Redirect.appendTo(out.toFile()))
                .redirectError(ProcessBuilder.Redirect.appendTo(err.toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder.start();
    }

    /** Each program takes the place of the one before it, so a signal reaches the last one. */
    private List<String> asUser(List<String> command) {
        if (!ROOT) {
            return command;
        }
        String[] ids = image.only("USER").split(":", -1);
        List<String> all = new ArrayList<>();
        if (READ_ONLY) {
            String mounts = writable.stream()
                    .map(folder -> "mount --bind '" + folder + "' '" + folder + "' && ")
                    .reduce("", String::concat);
            all.addAll(List.of(
                    "unshare",
                    "--mount",
                    "--propagation",
                    "private",
                    "sh",
                    "-c",
                    mounts + "mount -o remount,ro,bind / && exec \"$@\"",
                    "sh"));
        }
        all.addAll(List.of(
                "setpriv",
                "--reuid=" + ids[0],
                "--regid=" + ids[1],
                "--clear-groups",
                "--no-new-privs",
                "--bounding-set=-all",
                "--inh-caps=-all"));
        all.addAll(command);
        return all;
    }

    /** What is not as the image and the kubelet left it, outside of the volumes that may be written to. */
    List<Path> strayFiles() throws IOException {
        TreeSet<Path> stray = new TreeSet<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(file -> writable.stream().noneMatch(file::startsWith))
                    .filter(file -> !there.contains(file))
                    .forEach(stray::add);
        }
        // Where everybody may write; the user's number tells who did.
        for (String open : ROOT ? List.of("/tmp", "/var/tmp", "/dev/shm") : List.<String>of()) {
            try (DirectoryStream<Path> found = Files.newDirectoryStream(Path.of(open), this::isOurs)) {
                found.forEach(stray::add);
            }
        }
        return List.copyOf(stray);
    }

    private boolean isOurs(Path file) {
        try {
            return Files.getAttribute(file, "unix:uid", LinkOption.NOFOLLOW_LINKS)
                    .toString()
                    .equals(image.only("USER").split(":", -1)[0]);
        } catch (IOException vanished) {
            return false;
        }
    }

    private static boolean canMountReadOnly() {
        try {
            return new ProcessBuilder(
                                    "unshare",
                                    "--mount",
                                    "--propagation",
                                    "private",
                                    "mount",
                                    "-o",
                                    "remount,ro,bind",
                                    "/")
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    static boolean isReadOnly() {
        return READ_ONLY;
    }
}
