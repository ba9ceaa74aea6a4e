package dev.frist.docs;

import static dev.frist.docs.Markdown.code;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frist.schema.Contracts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.avro.Schema;

/** The topics, and a page for each that has a contract: its fields with what they mean, and an example of each payload. */
final class TopicDocuments {

    private static final ObjectMapper JSON = new ObjectMapper();

    private TopicDocuments() {}

    static List<Document> of(List<TopicFacts> topics, Examples examples) {
        List<Document> documents = new ArrayList<>();
        documents.add(index(topics));
        for (TopicFacts topic : topics) {
            topic.planned().schema().ifPresent(contract -> documents.add(page(topic, contract, examples)));
        }
        return documents;
    }

    private static Document index(List<TopicFacts> topics) {
        return Markdown.titled("Topics")
                .paragraph("As `frist topics create` makes them where nothing else is set: see"
                        + " [settings](settings.md#topics-for-frist-topics). Names stand behind `topic.prefix`. Values are"
                        + " Avro in the Confluent wire format (a zero byte, the schema's id in four bytes, the record);"
                        + " subjects are `<topic>-value`, under `FULL_TRANSITIVE`. The event topics and the outputs have the"
                        + " same count of partitions, and records of an order are in the partition of its id. The same as"
                        + " [an AsyncAPI document](asyncapi.yaml).")
                .table(
                        List.of("Topic", "Value", "Key", "Partitions", "Cleanup", "Kept", "Published by", "Read by"),
                        topics.stream().map(TopicDocuments::row).toList())
                .as("topics.md");
    }

    private static List<String> row(TopicFacts topic) {
        String contract = topic.planned().schema().map(Schema::getName).orElse("the bytes as they came");
        String page = topic.planned().schema().isPresent() ? topic.page() : "dead-letters.md";
        return List.of(
                Markdown.link(code(topic.name()), page),
                contract,
                topic.key(),
                Integer.toString(topic.planned().partitions()),
                topic.cleanup(),
                topic.retention(),
                topic.publishedBy(),
                topic.readBy());
    }

    private static Document page(TopicFacts topic, Schema contract, Examples examples) {
        Markdown page = Markdown.titled(code(topic.name()))
                .paragraph(Markdown.spans(contract.getDoc()))
                .table(
                        List.of("Key", "Subject", "Partitions", "Cleanup", "Kept"),
                        List.of(List.of(
                                topic.key(),
                                code(Contracts.subject(topic.name())),
                                Integer.toString(topic.planned().partitions()),
                                topic.cleanup(),
                                topic.retention())))
                .heading(2, "Records and words");
        for (Schema type : ContractTypes.of(contract).all()) {
            describe(page, type);
        }
        page.heading(2, "Examples")
                .paragraph(
                        "In Avro's JSON, as `kafka-avro-console-producer` takes and `kafka-avro-console-consumer` prints"
                                + " it: a value of a union is wrapped in the name of its type.");
        for (Map.Entry<String, JsonNode> example : examples.on(topic.name()).entrySet()) {
            page.heading(3, "An example of " + code(example.getKey()));
            page.fenced("json", pretty(example.getValue()));
        }
        return page.as(topic.page());
    }

    private static void describe(Markdown page, Schema type) {
        page.heading(3, type.getName());
        page.paragraph(Markdown.spans(type.getDoc()));
        if (type.getType() == Schema.Type.ENUM) {
            page.paragraph(type.getEnumSymbols().stream().map(Markdown::code).collect(Collectors.joining(", "))
                    + ". A word that a reader does not know is read as " + code(type.getEnumDefault()) + ".");
            return;
        }
        page.table(
                List.of("Field", "Type", "Default", "Meaning"),
                type.getFields().stream()
                        .map(field -> List.of(
                                code(field.name()),
                                ContractTypes.inWords(field.schema()),
                                ContractTypes.defaultOf(field),
                                Markdown.spans(field.doc())))
                        .toList());
    }

    private static String pretty(JsonNode json) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter();
        printer.indentArraysWith(new DefaultIndenter("  ", "\n"));
        printer.indentObjectsWith(new DefaultIndenter("  ", "\n"));
        try {
            return JSON.writer(printer).writeValueAsString(json);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree that cannot be written", impossible);
        }
    }
}
