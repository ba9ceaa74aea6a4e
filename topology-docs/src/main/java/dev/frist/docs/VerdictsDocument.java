package dev.frist.docs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The verdict table, each row with the classes that decide it and the scenarios that show it. */
final class VerdictsDocument {

    private VerdictsDocument() {}

    static Document make(List<VerdictRow> rows) {
        Map<String, ExplanationCode> codes = ExplanationCode.all().stream()
                .collect(Collectors.toMap(
                        ExplanationCode::code, Function.identity(), (one, other) -> one, LinkedHashMap::new));
        List<List<String>> table = new ArrayList<>();
        for (VerdictRow row : rows) {
            table.add(List.of(
                    Markdown.spans(row.situation()),
                    row.shows().keySet().stream()
                            .map(code -> published(Objects.requireNonNull(codes.get(code), code)))
                            .collect(Collectors.joining("<br>")),
                    row.classes().stream()
                            .map(name -> Repository.linkToSource("dev.frist." + name))
                            .collect(Collectors.joining("<br>")),
                    row.shows().values().stream()
                            .flatMap(List::stream)
                            .distinct()
                            .map(Repository::linkToScenario)
                            .collect(Collectors.joining("<br>"))));
        }
        return Markdown.titled("Verdicts")
                .paragraph(
                        "What is published when. An order is judged afresh at every fact and wake-up; what differs from"
                                + " what was published last goes out ([the idea](../idea.md)). Each scenario can be run:"
                                + " `bin/frist test FILE`. The build runs each, and fails where one does not publish what its row"
                                + " says.")
                .table(List.of("Situation", "Published", "Decided in", "Shown by"), table)
                .as("verdicts.md");
    }

    private static String published(ExplanationCode code) {
        return Markdown.link(code.shown(), "explanations.md#" + ExplanationsDocument.anchor(code));
    }
}
