package dev.frist.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class MarkdownTest {

    @Test
    void plainTextInACellIsReadAsWritten() {
        assertThat(Markdown.cell("a | b < c & d\n e")).isEqualTo("a \\| b &lt; c &amp; d e");
    }

    @Test
    void codeSpansInACellAreLeftButForBars() {
        assertThat(Markdown.spans("a `<b>|c` < d")).isEqualTo("a `<b>\\|c` &lt; d");
        assertThat(Markdown.code("a|b<c>")).isEqualTo("`a\\|b<c>`");
    }

    @Test
    void aTableHasOneLineARow() {
        assertThat(Markdown.titled("T")
                        .table(List.of("A", "B"), List.of(List.of("1", "2")))
                        .as("t.md")
                        .text())
                .endsWith("# T\n\n| A | B |\n| --- | --- |\n| 1 | 2 |\n");
    }

    @Test
    void aDocumentLiesInTheFolderAndHasLineFeedsAlone() {
        assertThatThrownBy(() -> new Document("../x.md", "x\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Document("/x.md", "x\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Document("x.md", "x\r\n")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Document("x.md", "x")).isInstanceOf(IllegalArgumentException.class);
    }
}
