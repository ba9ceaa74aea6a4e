package dev.frist.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.topology.TopicNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsAreFreshTest {

    private static final Repository REPOSITORY =
            new Repository(Path.of("..").toAbsolutePath().normalize());

    @Test
    void theDocumentsSayWhatTheCodeSays() throws IOException {
        assertThat(Freshness.report(Freshness.of(Documents.of(REPOSITORY), REPOSITORY.reference())))
                .isEmpty();
    }

    @Test
    void twoRunsMakeTheSame() throws IOException {
        assertThat(Documents.of(REPOSITORY)).isEqualTo(Documents.of(REPOSITORY));
    }

    @Test
    void aNameThatChangesMakesItsDocumentsStale(@TempDir Path folder) throws IOException {
        WriteDocuments.write(topology("shop."), folder);
        assertThat(Freshness.of(topology("shop."), folder)).isEmpty();

        List<Freshness.Stale> stale = Freshness.of(topology("store."), folder);

        assertThat(stale).extracting(Freshness.Stale::path).containsExactly("topology.md", "topology.svg");
        assertThat(Freshness.report(stale))
                .contains("topology.md is stale from line", "shop.dead-letters", "store.dead-letters")
                .endsWith("Refresh them with: mvn -q -Pdocs");
    }

    @Test
    void aFileThatIsMissingOrLeftOverIsSaidAndWritingMendsIt(@TempDir Path folder) throws IOException {
        WriteDocuments.write(topology(""), folder);
        Files.delete(folder.resolve("topology.svg"));
        Files.writeString(folder.resolve("old.md"), "# Old\n");

        assertThat(Freshness.report(Freshness.of(topology(""), folder)))
                .contains("topology.svg is missing", "old.md is no longer made from the code");

        assertThat(WriteDocuments.write(topology(""), folder))
                .containsExactlyInAnyOrder("written topology.svg", "deleted old.md");
        assertThat(Freshness.of(topology(""), folder)).isEmpty();
    }

    @Test
    void lineEndingsOfACheckoutAreNoDifference(@TempDir Path folder) throws IOException {
        for (Document document : topology("")) {
            Files.writeString(folder.resolve(document.path()), document.text().replace("\n", "\r\n"));
        }
        assertThat(Freshness.of(topology(""), folder)).isEmpty();
    }

    private static List<Document> topology(String prefix) {
        return new ArrayList<>(TopologyDocuments.of(TopologyDocuments.describe(new TopicNames(prefix))));
    }
}
