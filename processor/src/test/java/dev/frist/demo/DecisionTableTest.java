package dev.frist.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.OutputTopic;
import dev.frist.domain.decision.Review;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class DecisionTableTest {

    private static final long START = 1_700_000_000_000L;

    private final DecisionTable plain = new DecisionTable(new Paint(Ansi.OFF, 80), START);
    private final DecisionTable coloured = new DecisionTable(new Paint(Ansi.ON, 200), START);

    @Test
    void aDisputeSaysHowFarItReachesAndWhoLooksAtIt() {
        assertThat(plain.row(decision(OutputTopic.DISPUTES, DecisionType.OPENED, Ground.MERCHANT_REFUSED, true)))
                .isEqualTo("   12.3  DISPUTE OPENED       D0001/R1  sulan              2    1,598.00"
                        + "  merchant refused, human   hold 1,598.00, payable 49.00");
    }

    @Test
    void aNoticeSaysUntilWhen() {
        assertThat(plain.row(decision(OutputTopic.NOTICES, DecisionType.RETURN_OPENED, null, false)))
                .contains("return opened")
                .contains("due at 30.5 s");
    }

    @Test
    void theColumnsStandBelowTheirNames() {
        String row = plain.row(decision(OutputTopic.RESOLUTIONS, DecisionType.RESOLVED, Ground.CREDITED, false));

        assertThat(plain.header().indexOf("why")).isEqualTo(row.indexOf("credited"));
        assertThat(plain.header().indexOf("merchant")).isEqualTo(row.indexOf("sulan"));
    }

    @Test
    void remindersAreCountedAndNotShown() {
        assertThat(plain.row(decision(OutputTopic.NOTICES, DecisionType.DEADLINE_APPROACHING, null, false)))
                .isNull();
    }

    @Test
    void coloursAreForTerminalsOnly() {
        Decision dispute = decision(OutputTopic.DISPUTES, DecisionType.OPENED, Ground.MERCHANT_SILENT, false);

        assertThat(plain.row(dispute)).doesNotContain("\u001B");
        assertThat(coloured.row(dispute)).startsWith("\u001B[").contains(plain.row(dispute));
    }

    @Test
    void aTerminalKeepsTheProgressBelowTheTable() {
        StringWriter written = new StringWriter();
        Screen screen = new Screen(new PrintWriter(written), new Paint(Ansi.ON, 200));

        screen.progress("half way", 0);
        screen.line("row");

        assertThat(written.toString()).endsWith("row" + System.lineSeparator() + "half way");
    }

    @Test
    void elsewhereTheProgressIsALineNowAndThen() {
        StringWriter written = new StringWriter();
        Screen screen = new Screen(new PrintWriter(written), new Paint(Ansi.OFF, 80));

        screen.progress("first", 0);
        screen.progress("too soon", 500);
        screen.line("row");
        screen.progress("later", 10_000);

        assertThat(written.toString().lines()).containsExactly("first", "row", "later");
    }

    @Test
    void aNarrowTerminalShowsWhatFits() {
        StringWriter written = new StringWriter();
        Paint narrow = new Paint(Ansi.ON, 20);
        Screen screen = new Screen(new PrintWriter(written), narrow);

        screen.progress("0123456789012345678901234567890", 0);

        assertThat(written.toString()).endsWith("0123456789012345678");
        assertThat(narrow.fit("short")).isEqualTo("short");
    }

    @Test
    void nothingIsPrintedAfterTheLastWords() {
        StringWriter written = new StringWriter();
        Screen screen = new Screen(new PrintWriter(written), new Paint(Ansi.OFF, 80));

        screen.close("stopping");
        screen.line("too late");

        assertThat(written.toString().lines()).containsExactly("stopping");
    }

    private static Decision decision(OutputTopic topic, DecisionType type, Ground ground, boolean human) {
        return Decisions.decision(
                topic,
                type,
                ground,
                "D0001",
                START + 12_340,
                START + 30_500,
                topic == OutputTopic.DISPUTES ? 159_800 : 0,
                human ? Review.HUMAN_REQUIRED : Review.STANDARD);
    }
}
