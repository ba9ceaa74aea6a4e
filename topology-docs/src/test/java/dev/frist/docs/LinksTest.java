package dev.frist.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every relative link of every Markdown file leads to a file that is there, and to a heading of it where it names one. */
class LinksTest {

    private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git");

    @Test
    void everyLinkOfTheRepositoryLeadsSomewhere() throws IOException {
        Path root = Path.of("..").toAbsolutePath().normalize();
        assertThat(markdown(root)).as("files looked at").hasSizeGreaterThan(10);
        assertThat(broken(root)).isEmpty();
    }

    @Test
    void linksThatLeadNowhereAreFound(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("a.md"), """
                # One `two` & three
                [gone](gone.md) [there](b.md#it-is-here) [no heading](b.md#nowhere) [own](#one-two--three)
                [outside](https://example.org/x) `[no](link.md)` [`code`](also-gone.md) ![image](gone.svg)
                ```
                [in a block](nothing.md)
                ```
                """);
        Files.writeString(folder.resolve("b.md"), "# It is [here](a.md)\n");
        assertThat(broken(folder))
                .containsExactly("a.md: gone.md", "a.md: b.md#nowhere", "a.md: also-gone.md", "a.md: gone.svg");
    }

    private static List<String> broken(Path root) throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path file : markdown(root)) {
            for (String target : new MarkdownFile(Files.readString(file)).targets()) {
                if (!leadsSomewhere(root, file, target)) {
                    broken.add(root.relativize(file) + ": " + target);
                }
            }
        }
        return broken;
    }

    private static boolean leadsSomewhere(Path root, Path file, String target) throws IOException {
        int hash = target.indexOf('#');
        String path = hash < 0 ? target : target.substring(0, hash);
        Path found = path.isEmpty() ? file : file.resolveSibling(path).normalize();
        if (!Files.exists(found) || !found.startsWith(root) || !isOurs(root.relativize(found))) {
            return false;
        }
        return hash < 0
                || !found.toString().endsWith(".md")
                || new MarkdownFile(Files.readString(found)).anchors().contains(target.substring(hash + 1));
    }

    private static List<Path> markdown(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".md") && isOurs(root.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isOurs(Path relative) {
        for (Path part : relative) {
            if (NOT_OURS.contains(part.toString())) {
                return false;
            }
        }
        return true;
    }
}
