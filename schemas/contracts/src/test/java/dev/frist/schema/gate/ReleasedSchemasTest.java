package dev.frist.schema.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frist.schema.Contracts;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The gate of this build: no contract changes in a way that a released version cannot live with. */
final class ReleasedSchemasTest {

    private static final Path RELEASED = Path.of("..", "released");

    private final Collection<Schema> contracts = Contracts.registered().values();

    @TempDir
    private Path folder;

    @Test
    void theContractsLiveWithEverythingThatWasReleased() throws IOException {
        ReleasedSchemas released = ReleasedSchemas.read(RELEASED);

        assertThat(released.versions()).startsWith("v1");
        assertThat(released.check(contracts)).isEmpty();
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        ReleasedSchemas.write(folder, "v1", contracts);

        ReleasedSchemas released = ReleasedSchemas.read(folder);

        assertThat(released.versions()).containsExactly("v1");
        assertThat(released.check(contracts)).isEmpty();
    }

    @Test
    void aReleasedVersionIsNeverOverwritten() throws IOException {
        ReleasedSchemas.write(folder, "v1", contracts);

        assertThatThrownBy(() -> ReleasedSchemas.write(folder, "v1", contracts))
                .isInstanceOf(FileAlreadyExistsException.class);
    }

    @Test
    void aContractThatIsGoneIsABreach() throws IOException {
        ReleasedSchemas.write(folder, "v1", contracts);
        List<Schema> withoutNotices = contracts.stream()
                .filter(contract -> !contract.getName().equals("Notice"))
                .toList();

        assertThat(ReleasedSchemas.read(folder).check(withoutNotices))
                .singleElement()
                .hasToString("CONTRACT_STAYS at dev.frist.schema.Notice: v1: is gone");
    }

    @Test
    void aNewContractNeedsNoEarlierVersion() throws IOException {
        ReleasedSchemas.write(folder, "v1", contracts.stream().skip(1).toList());

        assertThat(ReleasedSchemas.read(folder).check(contracts)).isEmpty();
    }

    @Test
    void aReleaseThatAnEarlierVersionCannotLiveWithIsNotWritten() throws IOException {
        ReleasedSchemas.write(folder, "v1", contracts);
        Path orders = folder.resolve("v1").resolve("OrderEvent.avsc");
        Files.writeString(orders, Files.readString(orders).replace("timestamp-millis", "timestamp-micros"));

        assertThatThrownBy(() -> Release.main(new String[] {folder.toString(), "v2"}))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("LOGICAL_TYPE_STAYS");
        assertThat(folder.resolve("v2")).doesNotExist();
    }

    @Test
    void aReleaseHoldsAllContracts() throws IOException {
        Release.main(new String[] {folder.toString(), "v1"});

        assertThat(folder.resolve("v1").toFile().list())
                .containsExactlyInAnyOrder(
                        "OrderEvent.avsc",
                        "ReturnEvent.avsc",
                        "InvoiceCorrectionEvent.avsc",
                        "WindowPolicy.avsc",
                        "Dispute.avsc",
                        "Resolution.avsc",
                        "Notice.avsc");
    }
}
