package dev.frist.domain.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.frist.domain.decision.DeadlineBlock;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Explanation;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.InvoiceAction;
import dev.frist.domain.decision.InvoiceBlock;
import dev.frist.domain.decision.OutputTopic;
import dev.frist.domain.policy.PolicyDraft;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class ExplanationsTest {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]*)}");
    private static final ResourceBundle ENGLISH = Explanations.catalogue(Locale.ENGLISH);
    private static final ResourceBundle SWEDISH = Explanations.catalogue(Locale.forLanguageTag("sv"));
    private static final long DUE = Instant.parse("2026-04-10T21:30:00Z").toEpochMilli();

    private static final List<Ground> OF_DISPUTES =
            List.of(Ground.MERCHANT_REFUSED, Ground.GOODS_CONTESTED, Ground.CREDIT_SHORT, Ground.MERCHANT_SILENT);
    private static final List<Ground> OF_WITHDRAWALS =
            List.of(Ground.OPENED_IN_ERROR, Ground.SETTLED, Ground.CANCELLED, Ground.RESOLVED_LATE, Ground.ERASED);
    private static final List<Ground> OF_RESOLUTIONS = List.of(
            Ground.CREDITED,
            Ground.CANCELLED,
            Ground.SETTLED,
            Ground.REFUSAL_ACCEPTED,
            Ground.REFUSAL_STANDS,
            Ground.NOT_SENT,
            Ground.OUTSIDE_WINDOW,
            Ground.CLAIM_EXCEEDS_ORDER,
            Ground.ERASED);
    private static final List<Ground> OF_REOPENINGS = List.of(Ground.CORRECTION_REVERSED, Ground.FACTS_REVISED);

    /** What a notice says beside what every decision says. */
    private static final Map<DecisionType, Map<String, String>> MORE = Map.of(
            DecisionType.SHIPMENT_MISSING, Map.of("evidenceEnd", "then"),
            DecisionType.REFUSAL_RECORDED, Map.of("refusalGround", "USED"),
            DecisionType.SETTLEMENT_PROPOSED, Map.of("proposalId", "P1", "by", "MERCHANT"),
            DecisionType.CORRECTION_UNMATCHED, Map.of("correctionId", "K1"));

    /** Every code that a decision can have. */
    static Stream<String> codes() {
        return Arrays.stream(DecisionType.values()).flatMap(ExplanationsTest::codesOf);
    }

    private static Stream<String> codesOf(DecisionType type) {
        if (type.topic() == OutputTopic.NOTICES) {
            return Stream.of(Explanations.code(type, null));
        }
        List<Ground> grounds = switch (type) {
            case WITHDRAWN -> OF_WITHDRAWALS;
            case RESOLVED -> OF_RESOLUTIONS;
            case REOPENED -> OF_REOPENINGS;
            default -> OF_DISPUTES;
        };
        return grounds.stream().map(ground -> Explanations.code(type, ground));
    }

    private static Wording wording() {
        return new Wording("SEK", PolicyDraft.draft().get())
                .about("R1", List.of(new DecisionLine("L1", 2, 500, null), new DecisionLine("L2", 1, 250, null)), 750)
                .deadline(new DeadlineBlock(DUE - 1, DUE, List.of(), "se-default", 1, null))
                .invoice(new InvoiceBlock(10_000, 1_001, 0, 2, 8_997, InvoiceAction.HOLD_PART));
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    @ParameterizedTest
    @MethodSource("codes")
    void everyCodeHasTheSameParametersInBothLanguages(String code) {
        assertThat(SWEDISH.getString(code)).isNotBlank().isNotEqualTo(ENGLISH.getString(code));
        assertThat(placeholders(SWEDISH.getString(code))).isEqualTo(placeholders(ENGLISH.getString(code)));
    }

    @Test
    void noCatalogueHasACodeThatNoDecisionHas() {
        assertThat(ENGLISH.keySet()).containsExactlyInAnyOrderElementsOf(codes().toList());
        assertThat(SWEDISH.keySet()).containsExactlyInAnyOrderElementsOf(codes().toList());
    }

    @ParameterizedTest
    @MethodSource("codes")
    void noTextIsLeftWithAPlaceholder(String code) {
        Map<String, String> parameters = wording().parameters();
        Arrays.stream(DecisionType.values())
                .filter(type -> code.equals(type.name()))
                .forEach(type -> parameters.putAll(MORE.getOrDefault(type, Map.of())));

        assertThat(Explanations.text(ENGLISH, code, parameters)).doesNotContain("{", "}");
        assertThat(Explanations.text(SWEDISH, code, parameters)).doesNotContain("{", "}");
    }

    @Test
    void aCodeIsTheTypeAndItsGround() {
        assertThat(Explanations.code(DecisionType.NO_POLICY, null)).isEqualTo("NO_POLICY");
        assertThat(Explanations.code(DecisionType.OPENED, Ground.CREDIT_SHORT)).isEqualTo("OPENED_CREDIT_SHORT");
    }

    @Test
    void aTextSaysTheNumbersAndDates() {
        Explanation explanation = Explanations.explain(
                DecisionType.OPENED, Ground.MERCHANT_SILENT, wording().parameters());

        assertThat(explanation.code()).isEqualTo("OPENED_MERCHANT_SILENT");
        assertThat(explanation.text())
                .isEqualTo("A dispute over 2 × L1, 1 × L2 worth 7.50 SEK was opened: nothing was credited or refused"
                        + " by the deadline 2026-04-10 23:30:00 +02:00.");
        assertThat(explanation.parameters())
                .containsEntry("amountMinor", "750")
                .containsEntry("units", "3")
                .containsEntry("policy", "se-default@1")
                .containsEntry("dueAt", "2026-04-10T21:30:00Z")
                .containsEntry("anchorAt", "2026-04-10T21:29:59.999Z")
                .containsEntry("told", "not known yet")
                .doesNotContainKey("toldAt")
                .containsEntry("held", "0.02 SEK")
                .containsEntry("payable", "89.97 SEK")
                .containsEntry("credited", "10.01 SEK")
                .containsEntry("currency", "SEK")
                .containsEntry("returnId", "R1");
    }

    @Test
    void withoutPolicyTimesAreInUtcAndWithoutReturnOrUnitsTheTextSaysSo() {
        Wording wording = new Wording("SEK", null).about(null, List.of(), 5);

        assertThat(wording.time(DUE)).isEqualTo("2026-04-10 21:30:00 +00:00");
        assertThat(wording.parameters())
                .containsEntry("policy", "none")
                .containsEntry("returnId", "")
                .containsEntry("units", "0")
                .containsEntry("lines", "no units");
    }

    @Test
    void amountsHaveTheDecimalsOfTheirCurrency() {
        assertThat(amountIn("SEK")).isEqualTo("12.34 SEK");
        assertThat(amountIn("JPY")).isEqualTo("1234 JPY");
        assertThat(amountIn("KWD")).isEqualTo("1.234 KWD");
        assertThat(amountIn("XXX")).isEqualTo("1234 XXX");
        assertThat(amountIn("???")).isEqualTo("12.34 ???");
    }

    private static String amountIn(String currency) {
        return new Wording(currency, null)
                .about("R1", List.of(), 1_234)
                .parameters()
                .get("amount");
    }

    @Test
    void aLanguageThatIsNotShippedReadsEnglish() {
        assertThat(Explanations.catalogue(Locale.forLanguageTag("fi")).getString("NO_POLICY"))
                .isEqualTo(ENGLISH.getString("NO_POLICY"));
    }

    @Test
    void aCodeThatIsNotInTheCatalogueIsRefused() {
        assertThatThrownBy(() -> Explanations.text(ENGLISH, "OPENED_SETTLED", Map.of()))
                .isInstanceOf(MissingResourceException.class);
    }

    @Test
    void aParameterThatIsMissingIsLeftToBeSeen() {
        assertThat(Explanations.text(ENGLISH, "DEADLINE_CHANGED", Map.of("returnId", "R1")))
                .contains("R1")
                .contains("{due}");
    }
}
