package dev.frist.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The contracts have the words of the domain rules, sections 3, 7 and 8. */
final class ContractsTest {

    private static List<String> fields(Schema record) {
        return record.getFields().stream().map(Field::name).toList();
    }

    private static Map<String, List<String>> payloads(Schema event) {
        Map<String, List<String>> payloads = new TreeMap<>();
        event.getField("payload").schema().getTypes().forEach(type -> payloads.put(type.getName(), fields(type)));
        return payloads;
    }

    @Test
    void everyTopicHasASchema() {
        assertThat(Contracts.registered().keySet())
                .containsExactly(
                        "orders",
                        "returns",
                        "invoice-corrections",
                        "window-policies",
                        "disputes",
                        "resolutions",
                        "notices");
        Contracts.registered()
                .forEach(
                        (topic, schema) -> assertThat(Contracts.schemaOf(topic)).isEqualTo(schema));
        assertThat(Contracts.schemaOf(Contracts.DEAD_LETTERS).getType()).isEqualTo(Schema.Type.BYTES);
    }

    @Test
    void anUnknownTopicIsAnErrorThatNamesTheKnownOnes() {
        assertThatThrownBy(() -> Contracts.schemaOf("order"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'order'")
                .hasMessageContaining("orders")
                .hasMessageContaining("dead-letters");
    }

    @Test
    void theSubjectIsThatOfTheFullTopicName() {
        assertThat(Contracts.subject("se.orders")).isEqualTo("se.orders-value");
    }

    @Test
    void publishedSchemasCarryNoHintsForJava() {
        assertThat(Contracts.registered().values())
                .allSatisfy(schema -> assertThat(schema.toString()).doesNotContain("avro.java"));
    }

    @ParameterizedTest
    @ValueSource(strings = {Contracts.ORDERS, Contracts.RETURNS, Contracts.INVOICE_CORRECTIONS})
    void theEventTopicsShareOneEnvelope(String topic) {
        assertThat(fields(Contracts.schemaOf(topic)))
                .containsExactly("eventId", "orderId", "occurredAt", "source", "correlationId", "payload");
    }

    @Test
    void orderPayloads() {
        assertThat(payloads(OrderEvent.getClassSchema()))
                .isEqualTo(Map.of(
                        "OrderPlaced", List.of("merchantId", "channel", "market", "currency", "customerRef", "lines"),
                        "OrderDelivered", List.of("deliveredAt", "lines"),
                        "OrderCancelled", List.of("by", "lines"),
                        "OrderErased", List.of("by", "reason")));
        assertThat(fields(OrderLine.getClassSchema()))
                .containsExactly("lineId", "sku", "type", "quantity", "amount", "taxRate");
    }

    @Test
    void returnPayloads() {
        assertThat(payloads(ReturnEvent.getClassSchema()))
                .containsOnlyKeys(
                        "ReturnRegistered",
                        "ReturnShipped",
                        "ReturnReceived",
                        "ReturnLost",
                        "ReturnCancelled",
                        "ReturnRefused",
                        "RefusalAnswered",
                        "SettlementProposed",
                        "SettlementAccepted",
                        "DeadlineExtended",
                        "NoticeDelivered")
                .allSatisfy((name, fields) -> assertThat(fields).as(name).startsWith("returnId"))
                .containsEntry(
                        "ReturnRefused", List.of("returnId", "by", "lines", "ground", "statement", "evidenceRefs"))
                .containsEntry(
                        "SettlementProposed", List.of("returnId", "proposalId", "by", "amount", "keepGoods", "terms"))
                .containsEntry(
                        "NoticeDelivered", List.of("returnId", "noticeId", "audience", "channel", "deliveredAt"));
    }

    @Test
    void correctionPayloads() {
        assertThat(payloads(InvoiceCorrectionEvent.getClassSchema()))
                .isEqualTo(Map.of(
                        "CreditNoteIssued",
                        List.of(
                                "correctionId",
                                "invoiceId",
                                "returnId",
                                "currency",
                                "lines",
                                "returnFee",
                                "amount",
                                "reason"),
                        "CorrectionReversed",
                        List.of("correctionId", "reverses")));
    }

    @Test
    void aPolicyHasTheFieldsOfTheRules() {
        assertThat(fields(WindowPolicy.getClassSchema()))
                .containsExactly(
                        "policyId",
                        "version",
                        "scope",
                        "effectiveFrom",
                        "handlingWindow",
                        "anchor",
                        "evidenceWindow",
                        "returnWindow",
                        "minimumNotice",
                        "reminders",
                        "grace",
                        "calendar",
                        "amountTolerance",
                        "maxReturnFee",
                        "uncontestedRefusal",
                        "requireNoticeReceipt",
                        "openCases",
                        "author",
                        "approvedBy",
                        "reason");
        assertThat(fields(PolicyScope.getClassSchema())).containsExactly("market", "merchantId", "channel", "kind");
        assertThat(fields(PolicyCalendar.getClassSchema()))
                .containsExactly("zone", "holidays", "dayCount", "roll", "cutoff");
    }

    @Test
    void allDecisionsCarryTheSameBlock() {
        List<String> block = List.of(
                "decisionId",
                "orderId",
                "returnId",
                "sequence",
                "decidedAt",
                "type",
                "ground",
                "lines",
                "amount",
                "currency",
                "deadline",
                "invoice",
                "owner",
                "audience",
                "allowedActions",
                "review",
                "explanation",
                "evidence");
        for (Schema decision :
                List.of(Dispute.getClassSchema(), Resolution.getClassSchema(), Notice.getClassSchema())) {
            assertThat(fields(decision)).as(decision.getName()).isEqualTo(block);
            for (Field field : decision.getFields()) {
                if (!field.name().equals("type")) {
                    assertThat(field.schema())
                            .as(decision.getName() + "." + field.name())
                            .isEqualTo(Dispute.getClassSchema()
                                    .getField(field.name())
                                    .schema());
                }
            }
        }
    }

    @Test
    void theTypesOfDecisions() {
        assertThat(DisputeType.getClassSchema().getEnumSymbols())
                .containsExactly("UNKNOWN", "OPENED", "REDUCED", "REVISED", "WITHDRAWN");
        assertThat(ResolutionType.getClassSchema().getEnumSymbols()).containsExactly("UNKNOWN", "RESOLVED", "REOPENED");
        assertThat(NoticeType.getClassSchema().getEnumSymbols())
                .containsExactly(
                        "UNKNOWN",
                        "RETURN_OPENED",
                        "NO_POLICY",
                        "DEADLINE_CHANGED",
                        "DEADLINE_APPROACHING",
                        "SHIPMENT_MISSING",
                        "REFUSAL_RECORDED",
                        "SETTLEMENT_PROPOSED",
                        "CREDIT_SHORT",
                        "OVER_CREDITED",
                        "CORRECTION_UNMATCHED",
                        "NOTICE_UNPROVEN");
    }

    @Test
    void momentsAreTimestampMillis() {
        List<String> moments = new ArrayList<>();
        for (Schema schema : Contracts.registered().values()) {
            for (Field field : schema.getFields()) {
                if (field.name().endsWith("At") || field.name().equals("effectiveFrom")) {
                    moments.add(schema.getName() + "." + field.name());
                    assertThat(field.schema().getLogicalType().getName())
                            .as(field.name())
                            .isEqualTo("timestamp-millis");
                }
            }
        }
        assertThat(moments).hasSize(7);
    }
}
