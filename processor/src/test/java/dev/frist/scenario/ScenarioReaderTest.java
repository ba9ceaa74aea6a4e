package dev.frist.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.frist.domain.fact.Answer;
import dev.frist.domain.fact.Channel;
import dev.frist.domain.fact.Condition;
import dev.frist.domain.fact.CorrectionPayload.CorrectionReversed;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.CorrectionReason;
import dev.frist.domain.fact.CreditLine;
import dev.frist.domain.fact.LineQuantity;
import dev.frist.domain.fact.LineType;
import dev.frist.domain.fact.OrderLine;
import dev.frist.domain.fact.OrderPayload.OrderDelivered;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Party;
import dev.frist.domain.fact.ReceivedLine;
import dev.frist.domain.fact.RefusalGround;
import dev.frist.domain.fact.ReturnKind;
import dev.frist.domain.fact.ReturnPayload.NoticeDelivered;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.ReturnReceived;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import dev.frist.domain.fact.ReturnPayload.SettlementProposed;
import dev.frist.domain.policy.Cutoff;
import dev.frist.domain.policy.PolicyRef;
import dev.frist.domain.policy.Roll;
import dev.frist.domain.policy.Scope;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ScenarioReaderTest {

    private static final long AT = Instant.parse("2026-03-02T08:00:00Z").toEpochMilli();

    private static Scenario scenario(String policies, String... events) throws ScenarioException {
        StringBuilder text = new StringBuilder(
                "name: a scenario\npolicies: " + policies + (events.length == 0 ? "\nevents: []\n" : "\nevents:\n"));
        Arrays.stream(events)
                .forEach(event -> text.append("  - {at: 2026-03-02T09:00:00+01:00, ")
                        .append(event)
                        .append("}\n"));
        return ScenarioReader.read("s.yaml", text + "until: 2026-05-01T00:00:00+02:00\nexpect: {}\n");
    }

    private static Object payload(String event) throws ScenarioException {
        return scenario("default", event).events().get(0).payload();
    }

    private static List<String> problems(String text) {
        return catchThrowableOfType(ScenarioException.class, () -> ScenarioReader.read("s.yaml", text))
                .problems();
    }

    private static List<String> problemsOfEvent(String event) {
        return catchThrowableOfType(ScenarioException.class, () -> scenario("default", event))
                .problems();
    }

    private static List<String> problemsOfExpectation(String expectation) {
        return problems("name: n\nevents: []\nuntil: 2026-05-01T00:00:00+02:00\nexpect:\n  " + expectation);
    }

    @Test
    void whatAnOrderDoesNotNameHasDefaults() throws ScenarioException {
        Scenario scenario = scenario("default", "OrderPlaced: {lines: {L1: {quantity: 2, amount: 99800}}}");

        assertThat(scenario.events())
                .containsExactly(new ScenarioEvent(
                        1,
                        4,
                        AT,
                        "e1",
                        "O1",
                        "O1",
                        AT,
                        "scenario",
                        null,
                        new OrderPlaced(
                                "M1",
                                new Channel("DIRECT", "merchant"),
                                "SE",
                                "SEK",
                                "C1",
                                List.of(new OrderLine("L1", "L1", LineType.PHYSICAL, 2, 99800, 2500))),
                        null));
    }

    @Test
    void aChannelKeepsTheDefaultsItDoesNotName() throws ScenarioException {
        OrderPlaced placed = (OrderPlaced) payload("OrderPlaced: {channel: {name: SHOPIFY}, lines: {}}");

        assertThat(placed.channel()).isEqualTo(new Channel("SHOPIFY", "merchant"));
        assertThat(placed.lines()).isEmpty();
    }

    @Test
    void returnsHaveDefaultsAndLinesInThreeSpellings() throws ScenarioException {
        ReturnRegistered expected =
                new ReturnRegistered("R1", ReturnKind.WITHDRAWAL, Party.CONSUMER, List.of(new LineQuantity("L1", 2)));

        assertThat(payload("ReturnRegistered: {lines: {L1: 2}}")).isEqualTo(expected);
        assertThat(payload("ReturnRegistered: {lines: {L1: {quantity: 2}}}")).isEqualTo(expected);
        assertThat(payload("ReturnRegistered: {lines: [{lineId: L1, quantity: 2}]}"))
                .isEqualTo(expected);
    }

    @Test
    void aDeliveryIsWhenItOccurredAndOfEveryLine() throws ScenarioException {
        assertThat(payload("occurredAt: 2026-03-01T00:00:00Z, OrderDelivered: {}"))
                .isEqualTo(
                        new OrderDelivered(Instant.parse("2026-03-01T00:00:00Z").toEpochMilli(), null));
    }

    @Test
    void correctionsAreCountedOverBothKinds() throws ScenarioException {
        List<ScenarioEvent> events = scenario(
                        "default",
                        "CreditNoteIssued: {lines: {L1: {quantity: 1, amount: 500}}, returnFee: 50}",
                        "CorrectionReversed: {reverses: K1}",
                        "CreditNoteIssued: {amount: 70}")
                .events();

        assertThat(events)
                .extracting(ScenarioEvent::payload)
                .containsExactly(
                        new CreditNoteIssued(
                                "K1",
                                null,
                                null,
                                "SEK",
                                List.of(new CreditLine("L1", 1, 500)),
                                50,
                                450,
                                CorrectionReason.RETURN),
                        new CorrectionReversed("K2", "K1"),
                        new CreditNoteIssued("K3", null, null, "SEK", null, 0, 70, CorrectionReason.RETURN));
        assertThat(events).extracting(ScenarioEvent::eventId).containsExactly("e1", "e2", "e3");
    }

    @Test
    void proposalsAreCountedAndPartiesAreTheUsualOnes() throws ScenarioException {
        List<ScenarioEvent> events = scenario(
                        "default",
                        "SettlementProposed: {amount: 100}",
                        "SettlementProposed: {by: CONSUMER, amount: 200, keepGoods: true, terms: keep}",
                        "RefusalAnswered: {answer: ACCEPTED}")
                .events();

        assertThat(events)
                .extracting(ScenarioEvent::payload)
                .containsExactly(
                        new SettlementProposed("R1", "P1", Party.MERCHANT, 100, false, ""),
                        new SettlementProposed("R1", "P2", Party.CONSUMER, 200, true, "keep"),
                        new RefusalAnswered("R1", Party.CONSUMER, Answer.ACCEPTED, "", List.of()));
    }

    @Test
    void aReceiptSpeaksOfTheOpeningNoticeUnlessItNamesOne() throws ScenarioException {
        assertThat(((NoticeDelivered) payload("NoticeDelivered: {}")).noticeId())
                .isEqualTo(ScenarioEvent.OPENING_NOTICE);
        assertThat(((NoticeDelivered) payload("NoticeDelivered: {noticeId: n-1}")).noticeId())
                .isEqualTo("n-1");
    }

    @Test
    void theOrderMayStandInTheEventOrThePayloadAndIsTheKeyUnlessOneIsNamed() throws ScenarioException {
        List<ScenarioEvent> events = scenario(
                        "default",
                        "orderId: O2, ReturnLost: {}",
                        "ReturnLost: {orderId: O3}",
                        "key: O9, ReturnLost: {}",
                        "key: null, ReturnLost: {}")
                .events();

        assertThat(events).extracting(ScenarioEvent::orderId).containsExactly("O2", "O3", "O1", "O1");
        assertThat(events).extracting(ScenarioEvent::key).containsExactly("O2", "O3", "O9", null);
    }

    @Test
    void aRawRecordHasTheEventIdOfItsPosition() throws ScenarioException {
        ScenarioEvent event =
                scenario("default", "ReturnLost: {}", "raw: \"AAEC\"").events().get(1);

        assertThat(event.eventId()).isEqualTo("e2");
        assertThat(event.payload()).isNull();
        assertThat(event.raw()).isEqualTo("AAEC");
    }

    @Test
    void unknownSymbolsAreForTheProgramToRefuse() throws ScenarioException {
        assertThat(((ReturnRegistered) payload("ReturnRegistered: {kind: UNKNOWN, lines: {}}")).kind())
                .isEqualTo(ReturnKind.UNKNOWN);
    }

    @Test
    void norwayIsText() throws ScenarioException {
        assertThat(((OrderPlaced) payload("OrderPlaced: {market: NO, lines: {}}")).market())
                .isEqualTo("NO");
    }

    @Test
    void policiesStartFromTheDefaultOneAndAreCounted() throws ScenarioException {
        List<WrittenPolicy> policies = scenario("[{handlingWindow: P35D}, {policyId: m2, scope: {merchantId: M2}},"
                        + " {calendar: {cutoff: END_OF_DAY}, effectiveFrom: 2026-03-31T00:00:00Z}]")
                .policies();

        assertThat(policies)
                .extracting(policy -> policy.policy().ref())
                .containsExactly(
                        new PolicyRef("se-default", 1), new PolicyRef("m2", 1), new PolicyRef("se-default", 2));
        assertThat(policies.get(0).policy().handlingWindow()).hasToString("P35D");
        assertThat(policies.get(0).policy().scope()).isEqualTo(new Scope("SE", null, null, null));
        assertThat(policies.get(1).policy().scope()).isEqualTo(new Scope(null, "M2", null, null));
        assertThat(policies.get(1).policy().handlingWindow()).hasToString("P21D");
        assertThat(policies.get(2).policy().calendar().cutoff()).isEqualTo(Cutoff.END_OF_DAY);
        assertThat(policies.get(2).policy().calendar().roll()).isEqualTo(Roll.NONE);
        assertThat(Instant.ofEpochMilli(policies.get(2).writtenAt())).isEqualTo("2026-03-01T00:00:00Z");
    }

    @Test
    void noPoliciesAtAllAreAnEmptyList() throws ScenarioException {
        assertThat(scenario("[]").policies()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ReturnLost: {carier: X}              | ReturnLost has no field 'carier'; allowed are",
                "ReturnMisplaced: {}                  | event 1 has no field or payload 'ReturnMisplaced'; allowed are",
                "ReturnLost: {}, ReturnShipped: {}    | event 1 carries ReturnLost, ReturnShipped, but must carry exactly",
                "ReturnLost: {}, raw: AAEC            | event 1 carries raw, ReturnLost, but must carry exactly one",
                "eventId: x                           | event 1 carries no payload; allowed is one of OrderPlaced",
                "raw: '?'                             | raw is '?', but must be base64",
                "ReturnRegistered: {}                 | ReturnRegistered lacks the required field 'lines'",
                "ReturnRegistered: {lines: null}      | ReturnRegistered needs lines: null is not allowed here",
                "ReturnRegistered: {lines: 4}         | lines is '4', but must be lines such as",
                "ReturnRegistered: {lines: {L1: '2'}} | quantity is '2', but must be a whole number, without quotes",
                "ReturnRegistered: {lines: {L1: 9999999999}} | quantity is '9999999999', but must be a whole number of at most",
                "ReturnRegistered: {lines: {L1: {quantity: 1, amount: 2}}} | line L1 has no field 'amount'; allowed are quantity",
                "OrderPlaced: {lines: {L1: 2}}        | line L1 lacks the required field 'amount'",
                "ReturnCancelled: {by: NOBODY}        | by is 'NOBODY', but must be one of UNKNOWN, CONSUMER, MERCHANT",
                "ReturnReceived: {lines: {L1: {condition: DAMAGED}}} | line L1 lacks the required field 'quantity'",
                "DeadlineExtended: {until: 2026-03-02}| until is '2026-03-02', but must be an instant with its offset",
                "SettlementProposed: {amount: 1, keepGoods: yes} | keepGoods is 'yes', but must be true or false",
                "CreditNoteIssued: {returnFee: 1}     | CreditNoteIssued lacks the required field 'amount'",
                "ReturnShipped: {carrier: [A]}        | carrier is a list, but must be text",
                "ReturnShipped: {carrier: null}       | carrier is nothing, but must be text",
                "orderId: A, ReturnLost: {orderId: B} | event 1 names the orders A and B",
            })
    void aWrongEventIsRefusedWithItsLineAndWhatIsAllowed(String event, String complaint) {
        assertThat(problemsOfEvent(event))
                .anySatisfy(
                        problem -> assertThat(problem).startsWith("s.yaml:4: ").contains(complaint));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "handlingWindow: P1Q        | is no ISO 8601 length of time",
                "handlingWindow: -P1D       | without signs",
                "calendar: {zone: Nowhere}  | zone is 'Nowhere', but must be a time zone",
                "calendar: {roll: OVER}     | roll is 'OVER', but must be one of",
                "calendar: {cutof: X}       | calendar has no field 'cutof'; allowed are zone, holidays",
                "scope: {sku: X}            | scope has no field 'sku'; allowed are market, merchantId, channel, kind",
                "grace: 10                  | is no ISO 8601 length of time",
                "window: P1D                | a policy has no field 'window'; allowed are policyId",
            })
    void aWrongPolicyIsRefused(String policy, String complaint) {
        assertThat(problems("name: n\npolicies:\n  - {" + policy + "}\nevents: []\nuntil: 2026-05-01T00:00:00Z\n"
                        + "expect: {}\n"))
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem).startsWith("s.yaml:3: ").contains(complaint));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "  desputes: []                        | expect has no topic 'desputes'; allowed are disputes, resolutions",
                "  disputes: none                      | disputes is 'none', but must be a list; [] says that nothing",
                "  disputes: [OPENED]                  | an entry of disputes is 'OPENED', but must be a block of fields",
                "  disputes: [{typ: OPENED}]           | an entry of disputes has no field 'typ'; allowed are decisionId",
                "  disputes: [{type: RESOLVED}]        | type is 'RESOLVED', but must be one of OPENED, REDUCED, REVISED,",
                "  resolutions: [{ground: CREDITTED}]  | ground is 'CREDITTED', but must be one of MERCHANT_REFUSED",
                "  notices: [{deadline: {dew: 1}}]     | deadline has no field 'dew'; allowed are anchor, due",
                "  notices: [{decidedAt: tomorrow}]    | decidedAt is 'tomorrow', but must be an instant",
                "  disputes: [{lines: {L1: {qty: 1}}}] | line L1 has no field 'qty'; allowed are quantity, amount, ground",
                "  disputes: [{lines: 3}]              | lines is '3', but must be lines such as",
                "  deadLetters: [{detail: x}]          | an entry of deadLetters has no field 'detail'; allowed are eventId",
            })
    void aWrongExpectationIsRefused(String expectation, String complaint) {
        assertThat(problemsOfExpectation(expectation + "\n"))
                .singleElement()
                .satisfies(
                        problem -> assertThat(problem).startsWith("s.yaml:5: ").contains(complaint));
    }

    @Test
    void everyProblemIsNamedInTheOrderOfLines() {
        assertThat(problems("""
                        name: n
                        policy: default
                        events:
                          - at: yesterday
                            ReturnLost: {}
                          - at: 2026-03-02T09:00:00+01:00
                            ReturnLost: {carier: X}
                        """))
                .hasSize(5)
                .satisfiesExactly(
                        one -> assertThat(one).startsWith("s.yaml:1: ").contains("required field 'until'"),
                        two -> assertThat(two).startsWith("s.yaml:1: ").contains("required field 'expect'"),
                        three -> assertThat(three).startsWith("s.yaml:2: ").contains("no field 'policy'"),
                        four -> assertThat(four).startsWith("s.yaml:4: ").contains("at is 'yesterday'"),
                        five -> assertThat(five).startsWith("s.yaml:7: ").contains("no field 'carier'"));
    }

    @Test
    void whatIsNotAScenarioIsRefused() {
        assertThat(problems("")).singleElement().asString().contains("the file is empty");
        assertThat(problems("- a\n")).first().asString().contains("the scenario is a list, but must be a block");
        assertThat(problems("name: [\n")).singleElement().asString().contains("this is not YAML");
        assertThat(problems("name: a\nname: b\n")).first().asString().contains("s.yaml:2: 'name' stands here twice");
        assertThat(problems("name: a\n---\nname: b\n")).anyMatch(problem -> problem.contains("another document"));
        assertThat(problems("name: &a x\nuntil: *a\n")).anyMatch(problem -> problem.contains("an alias (*a)"));
    }

    @Test
    void anEventAfterTheEndWouldNeverBeRead() {
        assertThat(problems("""
                        name: n
                        events:
                          - at: 2026-03-02T09:00:00+01:00
                            ReturnLost: {}
                        until: 2026-03-02T08:59:59+01:00
                        expect: {}
                        """)).containsExactly("s.yaml:3: event 1 arrives after 'until' and would never be read");
    }

    @Test
    void eventsComeInTheOrderOfArrivalButKeepTheIdsOfTheirPosition() throws ScenarioException {
        Scenario scenario = ScenarioReader.read("s.yaml", """
                name: n
                outage: {from: 2026-03-02T00:00:00Z, to: 2026-03-03T00:00:00Z}
                events:
                  - {at: 2026-03-02T09:00:00Z, ReturnLost: {}}
                  - {at: 2026-03-02T08:00:00Z, ReturnLost: {}}
                until: 2026-03-05T08:59:59+01:00
                expect: {disputes: []}
                """);

        assertThat(scenario.events()).extracting(ScenarioEvent::eventId).containsExactly("e2", "e1");
        assertThat(scenario.outage()).isNotNull();
        assertThat(scenario.expected().topics()).containsOnlyKeys(PublishedTopic.DISPUTES);
    }

    /** The format names no default for them; what is usual is taken rather than refused. */
    @Test
    void goodsAreReceivedAsSoldAndRefusalsHaveAGroundUnlessTheyAreNamed() throws ScenarioException {
        assertThat(payload("ReturnReceived: {lines: {L1: 1}}"))
                .isEqualTo(new ReturnReceived("R1", List.of(new ReceivedLine("L1", 1, Condition.AS_SOLD))));
        assertThat(payload("ReturnRefused: {}"))
                .isEqualTo(new ReturnRefused("R1", Party.MERCHANT, null, RefusalGround.OTHER, "", List.of()));
    }
}
