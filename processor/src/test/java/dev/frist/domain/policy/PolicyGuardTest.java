package dev.frist.domain.policy;

import static dev.frist.domain.policy.PolicyDraft.DAY;
import static dev.frist.domain.policy.PolicyDraft.draft;
import static org.assertj.core.api.Assertions.assertThat;

import dev.frist.domain.fact.ReturnKind;
import java.time.Instant;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyGuardTest {

    private static final long WRITTEN = Instant.parse("2026-03-01T00:00:00Z").toEpochMilli();
    private static final long EARLIEST = WRITTEN + DAY;
    private static final PolicyBook DEFAULT = PolicyBook.EMPTY.with(draft().get());

    private static PolicyBook book(PolicyDraft... drafts) {
        PolicyBook book = PolicyBook.EMPTY;
        for (PolicyDraft draft : drafts) {
            book = book.with(draft.get());
        }
        return book;
    }

    private static String judge(PolicyDraft candidate, PolicyBook accepted) {
        return PolicyGuard.objection(candidate.get(), WRITTEN, accepted, DAY);
    }

    /** se-default@2, in time. */
    private static PolicyDraft second() {
        return draft("se-default", 2).from(EARLIEST);
    }

    // What it is compared with ------------------------------------------------------------------------------------

    @Test
    void isFreeWhereThereIsNothingToCompareWith() {
        assertThat(judge(draft().from(0).handling("P0D").reason(""), PolicyBook.EMPTY))
                .isNull();
        assertThat(judge(draft("no", 1).scope("NO", null, null, null).from(0).handling("P1D"), DEFAULT))
                .isNull();
    }

    @Test
    void isFreeBesideAPolicyThatIsNotYetInForce() {
        PolicyBook later = book(draft("b", 1).from(WRITTEN + 10));
        assertThat(judge(draft("a", 1).from(WRITTEN + 9).handling("P1D"), later))
                .isNull();
        assertThat(judge(draft("a", 1).from(WRITTEN + 10).handling("P1D"), later))
                .contains("too early", "b@1");
    }

    @ParameterizedTest
    @CsvSource({
        // candidate's scope / that of the policy in force / compared?
        "SE, , , , /, SE, , , , true",
        "SE, M1, , , /, SE, , , , true",
        ", M1, , , /, SE, , , , true",
        ", , , FAULTY, /, , , , , true",
        "SE, M1, DIRECT, FAULTY, /, , , DIRECT, , true",
        "SE, , , , /, , , , , true",
        "SE, , , , /, SE, M1, , , false",
        "SE, , , , /, , M1, , , false",
        "SE, , DIRECT, FAULTY, /, , M1, , , false",
        ", , , , /, SE, , , , false",
        "SE, M1, , , /, NO, , , , false",
        "SE, M1, , , /, , M2, , , false",
        ", , DIRECT, , /, , , PARTNER, , false",
        ", , , FAULTY, /, , , , WITHDRAWAL, false",
        "SE, M1, , , /, NO, M1, , , false"
    })
    void isComparedWithWhatItMayTakeThePlaceOf(
            String market,
            String merchant,
            String channel,
            ReturnKind kind,
            String separator,
            String otherMarket,
            String otherMerchant,
            String otherChannel,
            ReturnKind otherKind,
            boolean compared) {
        PolicyBook accepted = book(draft("z", 1).scope(otherMarket, otherMerchant, otherChannel, otherKind));
        PolicyDraft weaker = draft("a", 1)
                .scope(market, merchant, channel, kind)
                .from(EARLIEST)
                .handling("P20D");
        String objection = judge(weaker, accepted);
        if (compared) {
            assertThat(objection).contains("a@1 weakens handlingWindow P21D → P20D of z@1");
        } else {
            assertThat(objection).isNull();
        }
    }

    @Test
    void isComparedOnlyWithTheVersionInForceOfAnotherPolicy() {
        PolicyBook accepted = book(
                draft("z", 1).handling("P90D"),
                draft("z", 2).from(1_000_000).handling("P10D"),
                draft("z", 3).from(EARLIEST + 1).handling("P80D"));
        assertThat(judge(draft("a", 1).from(EARLIEST).handling("P10D"), accepted))
                .isNull();
        assertThat(judge(draft("a", 1).from(EARLIEST).handling("P9D"), accepted))
                .contains("P10D → P9D of z@2")
                .doesNotContain("z@1")
                .doesNotContain("z@3");
        assertThat(judge(draft("a", 1).from(EARLIEST + 1).handling("P10D"), accepted))
                .contains("P80D → P10D of z@3");
    }

    @Test
    void aVersionInForceThatNoLongerMatchesHidesTheOneBelow() {
        PolicyBook accepted = book(
                draft("z", 1).handling("P90D"), draft("z", 2).handling("P90D").scope("NO", null, null, null));
        assertThat(judge(draft("a", 1).from(EARLIEST), accepted)).isNull();
    }

    @Test
    void isComparedWithItsHighestEarlierVersionWhateverItsScopeAndStart() {
        PolicyBook accepted = book(
                draft("a", 1).handling("P5D").scope("NO", null, null, null),
                draft("a", 2).handling("P60D").scope("NO", null, null, null).from(Long.MAX_VALUE),
                draft("a", 9).handling("P90D").from(Long.MAX_VALUE));
        assertThat(judge(draft("a", 3).from(EARLIEST), accepted))
                .contains("P60D → P21D of a@2")
                .doesNotContain("a@1")
                .doesNotContain("a@9");
        assertThat(judge(draft("a", 3).from(EARLIEST).handling("P60D"), accepted))
                .isNull();
    }

    @Test
    void aLowerVersionWrittenLaterIsComparedWithTheHigherOneInForce() {
        PolicyBook accepted = book(draft("a", 1).handling("P10D"), draft("a", 3).handling("P30D"));
        assertThat(judge(draft("a", 2).from(EARLIEST).handling("P20D"), accepted))
                .contains("P30D → P20D of a@3")
                .doesNotContain("a@1");
        assertThat(judge(draft("a", 2).from(EARLIEST).handling("P9D"), accepted))
                .contains("P10D → P9D of a@1", "P30D → P9D of a@3");
    }

    @Test
    void namesAPolicyOnceThatIsBothInForceAndTheEarlierVersion() {
        assertThat(judge(second().handling("P20D"), DEFAULT)).containsOnlyOnce("of se-default@1");
    }

    // Lead time ---------------------------------------------------------------------------------------------------

    @Test
    void takesEffectNoEarlierThanTheLeadAfterItWasWritten() {
        assertThat(judge(second().from(EARLIEST), DEFAULT)).isNull();
        assertThat(judge(second().from(EARLIEST - 1), DEFAULT))
                .isEqualTo("effectiveFrom 2026-03-01T23:59:59.999Z is too early for a version that may take the place"
                        + " of se-default@1: allowed is 2026-03-02T00:00:00Z (PT24H after it was written) or later");
    }

    @Test
    void noConsentBuysTheLead() {
        assertThat(judge(second().from(0).handling("P90D").approvedBy("lead"), DEFAULT))
                .contains("too early");
    }

    @Test
    void aLeadBeyondTimeIsNeverMet() {
        WindowPolicy last = second().from(Long.MAX_VALUE - 1).get();
        assertThat(PolicyGuard.objection(last, 2, DEFAULT, Long.MAX_VALUE - 1)).contains("too early");
        assertThat(PolicyGuard.objection(last, 1, DEFAULT, Long.MAX_VALUE - 1)).contains("too early");
        assertThat(PolicyGuard.objection(last, 0, DEFAULT, Long.MAX_VALUE - 1)).isNull();
        assertThat(PolicyGuard.objection(last, -1, DEFAULT, Long.MAX_VALUE)).isNull();
        assertThat(PolicyGuard.objection(second().get(), Long.MIN_VALUE, DEFAULT, DAY))
                .isNull();
    }

    // Weakening ---------------------------------------------------------------------------------------------------

    static Stream<Arguments> weakenings() {
        return Stream.of(
                change("handlingWindow P21D → P20D", d -> d, d -> d.handling("P20D")),
                change("evidenceWindow P14D → P13D", d -> d, d -> d.evidence("P13D")),
                change("returnWindow P30D → P29D", d -> d, d -> d.returning("P29D")),
                change("minimumNotice P7D → P6D", d -> d, d -> d.notice("P6D")),
                change("grace PT10M → PT9M59.999S", d -> d, d -> d.grace("PT9M59.999S")),
                change("handlingWindow P21D → PT503H", d -> d, d -> d.handling("PT503H")),
                change("returnWindow P1M → P29D", d -> d.returning("P1M"), d -> d.returning("P29D")),
                change("returnWindow P31D → P1M", d -> d.returning("P31D"), d -> d.returning("P1M")),
                change("dayCount BANKING → CALENDAR", d -> d.count(DayCount.BANKING), d -> d.count(DayCount.CALENDAR)),
                change("roll NEXT_BANKING_DAY → NONE", d -> d.roll(Roll.NEXT_BANKING_DAY), d -> d.roll(Roll.NONE)),
                change(
                        "cutoff END_OF_DAY → SAME_TIME",
                        d -> d.cutoff(Cutoff.END_OF_DAY),
                        d -> d.cutoff(Cutoff.SAME_TIME)),
                change("anchor SHIPPED → REGISTERED", d -> d.anchor(Anchor.SHIPPED), d -> d.anchor(Anchor.REGISTERED)),
                change("requireNoticeReceipt true → false", d -> d.receipt(true), d -> d.receipt(false)),
                change("uncontestedRefusal ESCALATES → STANDS", d -> d, d -> d.refusals(UncontestedRefusal.STANDS)));
    }

    private static Arguments change(
            String what, UnaryOperator<PolicyDraft> current, UnaryOperator<PolicyDraft> candidate) {
        return Arguments.of(what, current, candidate);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("weakenings")
    void aWeakeningNeedsAReasonAndASecondPerson(
            String what, UnaryOperator<PolicyDraft> current, UnaryOperator<PolicyDraft> change) {
        PolicyBook accepted = book(current.apply(draft()));
        PolicyDraft weaker = change.apply(current.apply(second()));
        String weakens = "se-default@2 weakens " + what + " of se-default@1: allowed only with ";
        assertThat(judge(weaker, accepted)).isEqualTo(weakens + "an approvedBy");
        assertThat(judge(weaker.approvedBy("lead"), accepted)).isNull();
        assertThat(judge(weaker.reason(" "), accepted)).isEqualTo(weakens + "a reason");
        assertThat(judge(weaker.approvedBy("ops"), accepted))
                .isEqualTo(weakens + "a reason and an approvedBy other than its author ops");
        assertThat(judge(weaker.reason("trial"), accepted))
                .isEqualTo(weakens + "an approvedBy other than its author ops");
    }

    @ParameterizedTest(name = "not {0}")
    @MethodSource("weakenings")
    void theSameTheOtherWayRoundStrengthensAndIsFree(
            String what, UnaryOperator<PolicyDraft> current, UnaryOperator<PolicyDraft> change) {
        PolicyBook weaker = book(change.apply(current.apply(draft())));
        assertThat(judge(current.apply(second()).reason(""), weaker)).isNull();
    }

    @ParameterizedTest(name = "{0} stays")
    @MethodSource("weakenings")
    void whatStaysAsItIsIsFree(String what, UnaryOperator<PolicyDraft> current, UnaryOperator<PolicyDraft> change) {
        assertThat(judge(current.apply(second()).reason(""), book(current.apply(draft()))))
                .isNull();
        assertThat(judge(change.apply(current.apply(second())).reason(""), book(change.apply(current.apply(draft())))))
                .isNull();
    }

    static Stream<Arguments> freeChanges() {
        return Stream.of(
                change("fewer reminders", d -> d, d -> d.reminders()),
                change("tolerance", d -> d, d -> d.tolerance(0)),
                change("fee", d -> d, d -> d.maxFee(0)),
                change("zone", d -> d, d -> d.zone("Asia/Tokyo")),
                change("holidays", d -> d, d -> d.holidays("NO")),
                change("open cases", d -> d.open(OpenCases.EXTEND_OPEN_CASES), d -> d.open(OpenCases.NEW_CASES_ONLY)),
                change("a month for 30 days", d -> d, d -> d.returning("P1M")),
                change("24 hours for a day", d -> d, d -> d.handling("PT504H")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("freeChanges")
    void otherChangesAreFree(String what, UnaryOperator<PolicyDraft> current, UnaryOperator<PolicyDraft> change) {
        assertThat(judge(change.apply(current.apply(second())).reason(""), book(current.apply(draft()))))
                .isNull();
    }

    @Test
    void namesEveryWeakeningAgainstEveryPolicy() {
        PolicyBook accepted = book(draft("b", 1).scope(null, null, null, null).handling("P30D"), draft().notice("P8D"));
        assertThat(judge(second().handling("P20D").grace("PT1M"), accepted))
                .isEqualTo("se-default@2 weakens handlingWindow P21D → P20D of se-default@1, minimumNotice P8D → P7D of"
                        + " se-default@1, grace PT10M → PT1M of se-default@1, handlingWindow P30D → P20D of b@1, grace"
                        + " PT10M → PT1M of b@1: allowed only with an approvedBy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "ops", " ops ", "OPS"})
    void nobodyApprovesAlone(String approvedBy) {
        assertThat(judge(second().handling("P20D").approvedBy(approvedBy), DEFAULT))
                .contains("allowed only with an approvedBy");
    }

    // The same key again ------------------------------------------------------------------------------------------

    @Test
    void theSameKeyWithTheSameBodyIsNoChange() {
        assertThat(judge(draft(), DEFAULT)).isNull();
    }

    @Test
    void aVersionIsNeverRewritten() {
        assertThat(judge(draft().reason("other").approvedBy("lead").from(EARLIEST), DEFAULT))
                .isEqualTo("se-default@1 was accepted with another body: a version is never rewritten, a new one is"
                        + " allowed");
        assertThat(judge(draft().handling("P90D"), DEFAULT)).contains("never rewritten");
    }

    // What makes it unusable --------------------------------------------------------------------------------------

    static Stream<Arguments> months() {
        return Stream.of(
                change("handlingWindow", d -> d, d -> d.handling("P1M")),
                change("evidenceWindow", d -> d, d -> d.evidence("P1M")),
                change("returnWindow", d -> d, d -> d.returning("P1M")),
                change("minimumNotice", d -> d, d -> d.notice("P1M")),
                change("reminders", d -> d, d -> d.reminders("P1D", "P1M")),
                change("grace", d -> d, d -> d.grace("P1M")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("months")
    void bankingDaysCannotCountMonths(
            String field, UnaryOperator<PolicyDraft> current, UnaryOperator<PolicyDraft> change) {
        assertThat(judge(change.apply(draft()), PolicyBook.EMPTY)).isNull();
        assertThat(judge(change.apply(draft().count(DayCount.BANKING)), PolicyBook.EMPTY))
                .isEqualTo(field + " P1M has months or years, which dayCount BANKING cannot count: allowed are weeks"
                        + " and days");
    }

    @Test
    void bankingDaysCountYearsNoMoreThanMonths() {
        assertThat(judge(draft().count(DayCount.BANKING).returning("P1Y"), PolicyBook.EMPTY))
                .startsWith("returnWindow P1Y has months or years");
        assertThat(judge(draft().count(DayCount.BANKING).returning("P2W").grace("PT1H"), PolicyBook.EMPTY))
                .isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "SE, BANKING, NEXT_BANKING_DAY, ",
        "GB, BANKING, NONE, ",
        "TH, CALENDAR, NONE, ",
        "TH, BANKING, NONE, has no known public holidays: allowed are dayCount CALENDAR and roll NONE",
        "TH, CALENDAR, NEXT_BANKING_DAY, has no known public holidays: allowed are dayCount CALENDAR and roll NONE",
        "XX, CALENDAR, NONE, 'is no market: allowed is an ISO 3166 code in capitals, such as SE'",
        "XX, BANKING, NONE, 'is no market: allowed is an ISO 3166 code in capitals, such as SE'",
        "se, BANKING, NONE, 'is no market: allowed is an ISO 3166 code in capitals, such as SE'",
        "'', CALENDAR, NONE, 'is no market: allowed is an ISO 3166 code in capitals, such as SE'"
    })
    void holidaysAreThoseOfAMarket(String market, DayCount count, Roll roll, String objection) {
        String expected = objection == null ? null : "calendar.holidays '" + market + "' " + objection;
        assertThat(judge(draft().holidays(market).count(count).roll(roll), PolicyBook.EMPTY))
                .isEqualTo(expected);
    }

    @Test
    void amountsAreNotNegative() {
        assertThat(judge(draft().tolerance(-1), PolicyBook.EMPTY))
                .isEqualTo("amountTolerance -1 is negative: allowed is 0 or more");
        assertThat(judge(draft().maxFee(-1), PolicyBook.EMPTY))
                .isEqualTo("maxReturnFee -1 is negative: allowed is 0 or more");
        assertThat(judge(draft().maxFee(0).tolerance(0), PolicyBook.EMPTY)).isNull();
    }

    static Stream<Arguments> unknownWords() {
        return Stream.of(
                change("scope.kind", d -> d, d -> d.scope(null, null, null, ReturnKind.UNKNOWN)),
                change("anchor", d -> d, d -> d.anchor(Anchor.UNKNOWN)),
                change("calendar.dayCount", d -> d, d -> d.count(DayCount.UNKNOWN)),
                change("calendar.roll", d -> d, d -> d.roll(Roll.UNKNOWN)),
                change("calendar.cutoff", d -> d, d -> d.cutoff(Cutoff.UNKNOWN)),
                change("uncontestedRefusal", d -> d, d -> d.refusals(UncontestedRefusal.UNKNOWN)),
                change("openCases", d -> d, d -> d.open(OpenCases.UNKNOWN)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("unknownWords")
    void unknownWordsAreNotGuessedAt(
            String field, UnaryOperator<PolicyDraft> current, UnaryOperator<PolicyDraft> change) {
        assertThat(judge(change.apply(draft()), PolicyBook.EMPTY))
                .isEqualTo(field + " is a word that is not known here: allowed are those of the schema");
    }

    @Test
    void namesEveryFaultAtOnceAndBeforeAnythingElse() {
        assertThat(judge(second().from(0).tolerance(-1).maxFee(-2), DEFAULT))
                .isEqualTo("amountTolerance -1 is negative: allowed is 0 or more; maxReturnFee -2 is negative: allowed"
                        + " is 0 or more");
    }
}
