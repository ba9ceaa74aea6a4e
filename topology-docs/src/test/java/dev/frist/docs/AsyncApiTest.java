package dev.frist.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The AsyncAPI document, judged by AsyncAPI's own parser. */
class AsyncApiTest {

    private static final Path DOCUMENT = Path.of("reference", "asyncapi.yaml").toAbsolutePath();

    private static AsyncApiParser parser;

    @BeforeAll
    static void install() throws Exception {
        parser = AsyncApiParser.installed();
    }

    @Test
    void theDocumentIsValidAndHasAllTopics() throws Exception {
        AsyncApiParser.Judgement judgement = parser.judge(DOCUMENT);
        assertThat(judgement.output())
                .contains("8 channels, 8 operations, 8 messages, 7 of them in Avro")
                .doesNotContain("error ");
        assertThat(judgement.status()).isZero();
    }

    @Test
    void anAvroTypeThatDoesNotExistIsFound(@TempDir Path folder) throws Exception {
        assertThat(judge(folder, "type: long", "type: lang").status()).isEqualTo(1);
    }

    @Test
    void aChannelThatDoesNotExistIsFound(@TempDir Path folder) throws Exception {
        AsyncApiParser.Judgement judgement =
                judge(folder, "$ref: \"#/channels/disputes\"", "$ref: \"#/channels/quarrels\"");
        assertThat(judgement.output()).contains("error ", "quarrels");
        assertThat(judgement.status()).isEqualTo(1);
    }

    private static AsyncApiParser.Judgement judge(Path folder, String from, String to) throws Exception {
        String text = Files.readString(DOCUMENT);
        assertThat(text).contains(from);
        return parser.judge(Files.writeString(folder.resolve("asyncapi.yaml"), text.replace(from, to)));
    }
}
