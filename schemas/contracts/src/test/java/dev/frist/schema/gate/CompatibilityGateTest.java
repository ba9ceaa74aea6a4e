package dev.frist.schema.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.frist.schema.Contracts;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every kind of breach, as a change to one small contract. */
final class CompatibilityGateTest {

    private static final String RELEASED = """
            {"type": "record", "name": "Parcel", "namespace": "dev.frist.schema.gate", "doc": "A parcel.", "fields": [
              {"name": "parcelId", "doc": "Its id.", "type": "string"},
              {"name": "weight", "doc": "In grams.", "type": "int", "default": 0},
              {"name": "sentAt", "doc": "Epoch millis.", "type": {"type": "long", "logicalType": "timestamp-millis"}},
              {"name": "price", "doc": "In SEK.",
                "type": {"type": "bytes", "logicalType": "decimal", "precision": 9, "scale": 2}},
              {"name": "state", "doc": "Where it is.", "type":
                {"type": "enum", "name": "State", "doc": "A place.", "default": "UNKNOWN",
                  "symbols": ["UNKNOWN", "UNDERWAY", "ARRIVED"]}},
              {"name": "stops", "doc": "On its way.", "type": {"type": "array", "items":
                {"type": "record", "name": "Stop", "doc": "A stop.", "fields": [
                  {"name": "place", "doc": "Its name.", "type": "string"},
                  {"name": "leftAt", "doc": "Epoch millis; null while there.",
                    "type": ["null", {"type": "long", "logicalType": "timestamp-millis"}], "default": null}]}}},
              {"name": "labels", "doc": "By name.", "type": {"type": "map", "values":
                {"type": "fixed", "name": "Label", "doc": "A label.", "size": 4}}},
              {"name": "note", "doc": "In words.", "type": ["null", "string"], "default": null}
            ]}
            """;

    private static Schema schema(String json) {
        return new Schema.Parser().parse(json);
    }

    private static List<Breach> check(String change, String to) {
        assertThat(RELEASED).contains(change);
        return CompatibilityGate.check(schema(RELEASED.replace(change, to)), Map.of("v1", schema(RELEASED)));
    }

    @Test
    void whatWasReleasedMayStandBesideItself() {
        assertThat(CompatibilityGate.check(schema(RELEASED), Map.of("v1", schema(RELEASED))))
                .isEmpty();
    }

    static Stream<Arguments> changesThatMayBe() {
        return Stream.of(
                arguments(
                        "a new field with a default",
                        "{\"name\": \"note\"",
                        "{\"name\": \"size\", \"doc\": \"In mm.\", \"type\": [\"null\", \"int\"], \"default\": null},"
                                + " {\"name\": \"note\""),
                arguments("a new symbol", "\"ARRIVED\"]", "\"ARRIVED\", \"LOST\"]"),
                arguments("another doc", "In grams.", "In grams, wrapped."),
                arguments("symbols in another order", "\"UNDERWAY\", \"ARRIVED\"", "\"ARRIVED\", \"UNDERWAY\""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesThatMayBe")
    void compatibleChangesPass(String what, String change, String to) {
        assertThat(check(change, to)).as(what).isEmpty();
    }

    static Stream<Arguments> changesThatMayNotBe() {
        return Stream.of(
                arguments(
                        "a new field without default",
                        "{\"name\": \"note\"",
                        "{\"name\": \"size\", \"doc\": \"In mm.\", \"type\": \"int\"}, {\"name\": \"note\"",
                        Rule.READS_EARLIER),
                arguments(
                        "a field without default is gone",
                        "{\"name\": \"parcelId\", \"doc\": \"Its id.\", \"type\": \"string\"},",
                        "",
                        Rule.READ_BY_EARLIER),
                arguments(
                        "a wider number, which the earlier reader cannot read",
                        "\"type\": \"int\", \"default\": 0",
                        "\"type\": \"long\", \"default\": 0",
                        Rule.READ_BY_EARLIER),
                arguments(
                        "a new branch of a union, which the earlier reader cannot read",
                        "\"type\": [\"null\", \"string\"]",
                        "\"type\": [\"null\", \"string\", \"long\"]",
                        Rule.READ_BY_EARLIER),
                arguments("another size of a fixed", "\"size\": 4", "\"size\": 8", Rule.READS_EARLIER),
                arguments("another namespace", "dev.frist.schema.gate", "dev.frist.other", Rule.NAME_STAYS),
                arguments(
                        "micros where millis were",
                        "{\"name\": \"sentAt\", \"doc\": \"Epoch millis.\", \"type\": {\"type\": \"long\","
                                + " \"logicalType\": \"timestamp-millis\"",
                        "{\"name\": \"sentAt\", \"doc\": \"Epoch millis.\", \"type\": {\"type\": \"long\","
                                + " \"logicalType\": \"timestamp-micros\"",
                        Rule.LOGICAL_TYPE_STAYS),
                arguments(
                        "micros where millis were, inside an array and a union",
                        "[\"null\", {\"type\": \"long\", \"logicalType\": \"timestamp-millis\"}]",
                        "[\"null\", {\"type\": \"long\", \"logicalType\": \"timestamp-micros\"}]",
                        Rule.LOGICAL_TYPE_STAYS),
                arguments(
                        "a plain number where a moment was",
                        "{\"type\": \"long\", \"logicalType\": \"timestamp-millis\"}},\n  {\"name\": \"price\"",
                        "\"long\"},\n  {\"name\": \"price\"",
                        Rule.LOGICAL_TYPE_STAYS),
                arguments("another scale", "\"scale\": 2", "\"scale\": 3", Rule.LOGICAL_TYPE_STAYS),
                arguments("another precision", "\"precision\": 9", "\"precision\": 12", Rule.LOGICAL_TYPE_STAYS),
                arguments("a symbol is gone", "\"UNDERWAY\", ", "", Rule.SYMBOL_STAYS),
                arguments("another default of a field", "\"default\": 0", "\"default\": 1", Rule.DEFAULT_STAYS),
                arguments("an enum without default", "\"default\": \"UNKNOWN\",", "", Rule.ENUM_HAS_UNKNOWN),
                arguments(
                        "an enum with another default",
                        "\"default\": \"UNKNOWN\",",
                        "\"default\": \"ARRIVED\",",
                        Rule.ENUM_HAS_UNKNOWN),
                arguments("a record without doc", "\"doc\": \"A parcel.\",", "", Rule.HAS_DOC),
                arguments("a nested record without doc", "\"doc\": \"A stop.\",", "", Rule.HAS_DOC),
                arguments("an enum without doc", "\"doc\": \"A place.\",", "", Rule.HAS_DOC),
                arguments("a fixed without doc", "\"doc\": \"A label.\",", "", Rule.HAS_DOC),
                arguments("a field with an empty doc", "\"doc\": \"In words.\"", "\"doc\": \" \"", Rule.HAS_DOC),
                arguments(
                        "a field that may be null without saying so",
                        "\"type\": [\"null\", \"string\"], \"default\": null",
                        "\"type\": [\"string\", \"null\"], \"default\": \"\"",
                        Rule.NULLABLE_IS_NULL_BY_DEFAULT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesThatMayNotBe")
    void breachesAreCaught(String what, String change, String to, Rule rule) {
        assertThat(check(change, to)).as(what).extracting(Breach::rule).contains(rule);
    }

    @Test
    void avrosOwnCheckLetsAChangeOfScaleThrough() {
        SchemaCompatibilityType verdict = SchemaCompatibility.checkReaderWriterCompatibility(
                        schema(RELEASED), schema(RELEASED.replace("\"scale\": 2", "\"scale\": 3")))
                .getType();

        assertThat(verdict)
                .as("if Avro has learnt this, our own rule can go")
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    @Test
    void aBreachNamesTheVersionThePlaceAndTheChange() {
        assertThat(check("\"scale\": 2", "\"scale\": 3"))
                .singleElement()
                .hasToString("LOGICAL_TYPE_STAYS at dev.frist.schema.gate.Parcel.price: v1: scale was 2, is 3");
    }

    @Test
    void everyEarlierVersionCounts() {
        Schema withoutWeight = schema(RELEASED.replace(
                "{\"name\": \"weight\", \"doc\": \"In grams.\", \"type\": \"int\", \"default\": 0},", ""));
        Schema otherWeight = schema(
                RELEASED.replace("\"type\": \"int\", \"default\": 0", "\"type\": \"string\", \"default\": \"\""));

        assertThat(CompatibilityGate.check(otherWeight, Map.of("v2", withoutWeight)))
                .as("compatible with the last version, which had no such field")
                .isEmpty();
        assertThat(CompatibilityGate.check(otherWeight, Map.of("v1", schema(RELEASED), "v2", withoutWeight)))
                .isNotEmpty()
                .allSatisfy(breach -> assertThat(breach.detail()).startsWith("v1:"));
    }

    @Test
    void aContractThatRefersToItselfIsCheckedToTheEnd() {
        Schema tree = schema("""
                {"type": "record", "name": "Tree", "doc": "A tree.", "fields": [
                  {"name": "branches", "doc": "Its branches.", "type": {"type": "array", "items": "Tree"}}]}
                """);

        assertThat(CompatibilityGate.check(tree, Map.of("v1", tree))).isEmpty();
    }

    @Test
    void theRealContractsAreGuardedInTheirDepths() {
        Schema orders = Contracts.schemaOf(Contracts.ORDERS);
        Schema changed =
                schema(orders.toString().replaceFirst("timestamp-millis(?!.*timestamp-millis)", "timestamp-micros"));

        assertThat(CompatibilityGate.check(changed, Map.of("v1", orders)))
                .singleElement()
                .satisfies(breach -> {
                    assertThat(breach.rule()).isEqualTo(Rule.LOGICAL_TYPE_STAYS);
                    assertThat(breach.where()).isEqualTo("dev.frist.schema.OrderDelivered.deliveredAt");
                });
    }
}
