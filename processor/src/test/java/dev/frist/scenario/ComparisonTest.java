package dev.frist.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.decision.DeadLetterReason;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

final class ComparisonTest {

    private static Expectation expecting(String topics) {
        try {
            return ScenarioReader.read(
                            "s.yaml", "name: n\nevents: []\nuntil: 2026-05-01T00:00:00Z\nexpect:\n" + topics + "\n")
                    .expected();
        } catch (ScenarioException wrong) {
            throw new IllegalArgumentException(wrong);
        }
    }

    /** A dispute with the fields that are given, as they would be written. */
    private static Map<String, Object> came(String fields) {
        return new LinkedHashMap<>(expecting("  disputes: [{" + fields + "}]")
                .topics()
                .get(PublishedTopic.DISPUTES)
                .get(0)
                .fields());
    }

    @SafeVarargs
    @SuppressWarnings("varargs")
    private static TopicDifference difference(String expected, Map<String, Object>... came) {
        return TopicDifference.of(
                PublishedTopic.DISPUTES,
                expecting("  disputes: [" + expected + "]").topics().get(PublishedTopic.DISPUTES),
                List.of(came));
    }

    private static boolean same(String expected, String came) {
        return difference("{" + expected + "}", came(came)) == null;
    }

    @Test
    void onlyFieldsThatAreNamedAreCompared() {
        assertThat(same("ground: CREDIT_SHORT", "type: OPENED, ground: CREDIT_SHORT, amount: 5"))
                .isTrue();
        assertThat(same("ground: CREDIT_SHORT, amount: 6", "ground: CREDIT_SHORT, amount: 5"))
                .isFalse();
        assertThat(same("invoice: {held: 5}", "invoice: {held: 5, payable: 7}")).isTrue();
        assertThat(same("invoice: {held: 5, action: CLOSE}", "invoice: {held: 5, action: RESUME}"))
                .isFalse();
    }

    @Test
    void instantsCompareAsInstantsAlsoInParameters() {
        assertThat(same("decidedAt: 2026-03-27T10:10:00+01:00", "decidedAt: 2026-03-27T09:10:00Z"))
                .isTrue();
        assertThat(same(
                        "explanation: {parameters: {due: 2026-03-27T10:10:00+01:00}}",
                        "explanation: {parameters: {due: \"2026-03-27T09:10:00Z\", left: 3}}"))
                .isTrue();
        assertThat(same(
                        "explanation: {parameters: {due: 2026-03-27T10:10:00+01:00}}",
                        "explanation: {parameters: {due: \"2026-03-27T09:10:01Z\"}}"))
                .isFalse();
    }

    @Test
    void linesNameAllLinesAndEachOnlySomeFields() {
        String came = "lines: {L1: {quantity: 1, amount: 10}, L2: {quantity: 2, amount: 20}}";
        assertThat(same("lines: {L2: 2, L1: {amount: 10}}", came)).isTrue();
        assertThat(same("lines: [{lineId: L2, quantity: 2}, {lineId: L1}]", came))
                .isTrue();
        assertThat(same("lines: {L1: 1}", came)).isFalse();
        assertThat(same("lines: {L1: 1, L2: 2, L3: 3}", came)).isFalse();
        assertThat(same("lines: {L1: 1, L2: 1}", came)).isFalse();
        assertThat(same("lines: {}", "lines: {}")).isTrue();
    }

    @Test
    void listsInsideARecordCompareInAnyOrder() {
        assertThat(same("audience: [CONSUMER, MERCHANT]", "audience: [MERCHANT, CONSUMER]"))
                .isTrue();
        assertThat(same("audience: [CONSUMER]", "audience: [MERCHANT, CONSUMER]"))
                .isFalse();
        assertThat(same(
                        "evidence: [{topic: returns}, {eventId: e1}]",
                        "evidence: [{eventId: e1, topic: returns}, {eventId: e2, topic: returns}]"))
                .isTrue();
    }

    @Test
    void nullIsAValue() {
        assertThat(same("returnId: null", "returnId: null")).isTrue();
        assertThat(same("returnId: null", "returnId: R1")).isFalse();
        assertThat(same("deadline: {due: null}", "deadline: {due: 2026-03-27T10:10:00+01:00}"))
                .isFalse();
    }

    @Test
    void everythingThatATopicHeldMustBeNamedInOrder() {
        Map<String, Object> opened = came("type: OPENED, returnId: R1");
        Map<String, Object> withdrawn = came("type: WITHDRAWN, returnId: R1");

        assertThat(difference("{type: OPENED}, {type: WITHDRAWN}", opened, withdrawn))
                .isNull();
        assertThat(difference("{type: WITHDRAWN}, {type: OPENED}", opened, withdrawn))
                .isNotNull();
        assertThat(difference("{type: OPENED}", opened, withdrawn)).isNotNull();
        assertThat(difference("", opened)).isNotNull();
        assertThat(difference("{}", opened)).isNull();
        assertThat(difference("{}, {}", opened)).isNotNull();
    }

    @Test
    void aMissingRecordDoesNotMakeTheOthersLookWrong() {
        TopicDifference difference = difference(
                "{type: OPENED, amount: 1}, {type: REDUCED, amount: 2}, {type: WITHDRAWN, amount: 3}",
                came("type: OPENED, amount: 1"),
                came("type: WITHDRAWN, amount: 4"));

        assertThat(difference).isNotNull();
        assertThat(difference.pairs()).extracting(TopicDifference.Pair::differs).containsExactly(false, true, true);
        assertThat(difference.pairs().get(1).has(FieldRow.Side.EXPECTED_ONLY)).isTrue();
        assertThat(difference.pairs().get(2).rows())
                .filteredOn(FieldRow::differs)
                .extracting(FieldRow::path)
                .containsExactly("amount");
    }

    @Test
    void aFailureShowsExpectedBesideCameWithin120Columns() {
        TopicDifference difference = difference(
                "{type: OPENED, decidedAt: 2026-03-27T10:10:00+01:00, owner: {contactRoute: \""
                        + "https://merchant.example/".repeat(5) + "\"}, lines: {L1: 1}}",
                came("type: OPENED, decidedAt: 2026-03-28T09:10:00Z, owner: {contactRoute: " + "x y ".repeat(40)
                        + "}, lines: {L1: 1, L2: 2}"));
        StringWriter text = new StringWriter();
        ConsoleReport report = new ConsoleReport(new PrintWriter(text), Ansi.OFF, Marks.SIGNS);
        ZoneId stockholm = ZoneId.of("Europe/Stockholm");

        report.add(new ScenarioResult(
                Path.of("a.yaml"), "it holds", List.of(), List.of(difference), stockholm, Duration.ZERO));
        report.add(new ScenarioResult(Path.of("b.yaml"), "too", List.of(), List.of(), stockholm, Duration.ZERO));
        report.end();

        assertThat(text.toString().lines())
                .allMatch(line -> line.length() <= 120)
                .contains("✗ a.yaml  it holds", "✓ b.yaml  too", "    disputes: 1 expected, 1 came")
                .endsWith("1 passed, 1 failed");
        assertThat(text.toString())
                .containsPattern("  type +OPENED +OPENED\n")
                .containsPattern("≠ decidedAt +2026-03-27T10:10:00\\+01:00 +2026-03-28T10:10:00\\+01:00")
                .containsPattern("\\+ lines.L2 +\\{quantity: 2}");
    }

    @Test
    void colourRepeatsTheMarks() {
        StringWriter text = new StringWriter();
        new ConsoleReport(new PrintWriter(text), Ansi.ON, Marks.SIGNS)
                .add(new ScenarioResult(
                        Path.of("a.yaml"),
                        "n",
                        List.of("a.yaml:1: wrong"),
                        List.of(),
                        ZoneId.of("UTC"),
                        Duration.ZERO));

        assertThat(text.toString()).contains("\u001B[31").contains("✗").contains("a.yaml:1: wrong");
    }

    @Test
    void whereSignsCannotBeShownMarksArePlain() {
        assertThat(Marks.in(StandardCharsets.UTF_8)).isEqualTo(Marks.SIGNS);
        assertThat(Marks.in(StandardCharsets.US_ASCII)).isEqualTo(Marks.PLAIN);
        assertThat(Marks.in(StandardCharsets.ISO_8859_1)).isEqualTo(Marks.PLAIN);
    }

    @Test
    void aDeadLetterIsComparedByEventIdAndReason() {
        Expectation expected = expecting("  deadLetters: [{eventId: e1, reason: BAD_ID}]");
        Published published = new Published(
                List.of(),
                List.of(new Published.Refused(Instant.EPOCH.toEpochMilli(), 1, "e1", DeadLetterReason.BAD_ID)));

        assertThat(ScenarioRunner.compare(expected, published)).isEmpty();
        assertThat(ScenarioRunner.compare(expecting("  deadLetters: []"), published))
                .hasSize(1);
        assertThat(ScenarioRunner.compare(expecting("  disputes: []"), published))
                .isEmpty();
    }
}
