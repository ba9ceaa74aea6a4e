package dev.frist.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class QuotesTest {

    private static final String PAGE = """
            Say it like this:

            <!-- quote: processor/A.java#greeting -->
            ```java
            old();
            ```
            And that is all.
            """;

    @TempDir
    Path root;

    @BeforeEach
    void layOut() throws IOException {
        Files.createDirectories(root.resolve("topology-docs"));
        Files.createDirectories(root.resolve("processor"));
    }

    @Test
    void whatAPageQuotesIsWhatTheProgramSays() throws IOException {
        Repository repository = new Repository(Path.of("..").toAbsolutePath().normalize());
        int quotes = 0;
        for (Path page : Quotes.pages(repository)) {
            String text = Files.readString(page).replace("\r\n", "\n");
            assertThat(text)
                    .as("%s: refresh with %s", page, Documents.COMMAND)
                    .isEqualTo(Quotes.refreshed(text, repository));
            quotes += text.split("<!-- quote: ", -1).length - 1;
        }
        assertThat(quotes).isGreaterThanOrEqualTo(7);
    }

    @Test
    void aRegionTakesThePlaceOfWhatStoodThere() throws IOException {
        Files.writeString(
                root.resolve("processor/A.java"),
                "class A {\n    // region: greeting\n    void hello() {\n        say(\"$1\");\n    }\n    // endregion\n}\n");
        assertThat(Quotes.refreshed(PAGE, new Repository(root)))
                .isEqualTo(PAGE.replace("old();", "void hello() {\n    say(\"$1\");\n}"));
    }

    @Test
    void whatIsNotThereIsSaid() throws IOException {
        Path file = Files.writeString(root.resolve("processor/A.java"), "class A {}\n");
        assertThatThrownBy(() -> Quotes.refreshed(PAGE, new Repository(root)))
                .hasMessage("processor/A.java has no region greeting");
        Files.writeString(file, "// region: greeting\n");
        assertThatThrownBy(() -> Quotes.refreshed(PAGE, new Repository(root)))
                .hasMessage("processor/A.java does not end the region greeting");
    }
}
