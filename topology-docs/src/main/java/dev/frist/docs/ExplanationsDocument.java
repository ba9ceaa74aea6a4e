package dev.frist.docs;

import static dev.frist.docs.Markdown.cell;
import static dev.frist.docs.Markdown.code;

import dev.frist.domain.decision.Decision;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every code with its texts and its parameters, as a decision carried them in a scenario that shows it. */
final class ExplanationsDocument {

    private ExplanationsDocument() {}

    static String anchor(ExplanationCode code) {
        return code.code().toLowerCase(Locale.ROOT);
    }

    /**
     * Makes the document.
     *
     * @throws IOException where a scenario of the verdict table cannot be run, or does not publish its code
     */
    static Document make(List<VerdictRow> rows, Repository repository) throws IOException {
        Map<String, Set<String>> scenarios = VerdictRow.scenariosByCode(rows);
        Map<ExplanationCode, Decision> shown = new LinkedHashMap<>();
        for (ExplanationCode code : ExplanationCode.all()) {
            String scenario = scenarios.getOrDefault(code.code(), Set.of()).stream()
                    .findFirst()
                    .orElseThrow(() -> new IOException("no row of verdicts.yaml shows " + code.code()));
            shown.put(
                    code,
                    CaseHistory.of(scenario, repository)
                            .first(code.code())
                            .orElseThrow(() -> new IOException(scenario + " does not publish " + code.code())));
        }
        Map<String, String> common = common(shown.values().stream()
                .filter(decision -> decision.returnId() != null)
                .toList());
        Markdown page = Markdown.titled("Explanations")
                .paragraph("Every decision carries an `explanation`: a stable `code`, a `text` in English, and the"
                        + " `parameters` that the text was made with. Whoever words messages of their own takes the code"
                        + " and the parameters, and never parses the text. `Explanations.catalogue` in"
                        + " [`Explanations`](../../processor/src/main/java/dev/frist/domain/verdict/Explanations.java)"
                        + " gives the Swedish texts.")
                .heading(2, "Parameters of every decision on a return")
                .paragraph(
                        "For a person (amounts with their currency, times in the zone of the policy), and under names"
                                + " that end in `Minor` or `At` for a program. `…At` is left out while a time is not known.")
                .table(
                        List.of("Parameter", "Example"),
                        common.entrySet().stream()
                                .map(each -> List.of(code(each.getKey()), code(each.getValue())))
                                .toList())
                .heading(2, "Codes");
        for (Map.Entry<ExplanationCode, Decision> each : shown.entrySet()) {
            describe(
                    page,
                    each.getKey(),
                    each.getValue(),
                    common.keySet(),
                    scenarios.getOrDefault(each.getKey().code(), Set.of()));
        }
        return page.as("explanations.md");
    }

    /** Parameters that all of these carry, as far as times are known; the examples are those of the first. */
    private static Map<String, String> common(List<Decision> decisions) {
        Map<String, Integer> counts = new TreeMap<>();
        Map<String, String> examples = new TreeMap<>();
        for (Decision decision : decisions) {
            decision.explanation().parameters().forEach((name, value) -> {
                counts.merge(name, 1, Integer::sum);
                examples.putIfAbsent(name, value);
            });
        }
        examples.keySet().removeIf(name -> {
            String always = name.endsWith("At") ? name.substring(0, name.length() - 2) : name;
            return counts.getOrDefault(always, 0) < decisions.size();
        });
        return examples;
    }

    private static void describe(
            Markdown page, ExplanationCode code, Decision decision, Set<String> common, Set<String> scenarios) {
        page.heading(3, code(code.code()));
        Set<String> own = new TreeSet<>(decision.explanation().parameters().keySet());
        own.removeAll(common);
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Decision", code.shown()));
        rows.add(List.of("For", code.type().audience().stream().map(Enum::name).collect(Collectors.joining(", "))));
        rows.add(List.of("English", code(ExplanationCode.ENGLISH.getString(code.code()))));
        rows.add(List.of("Swedish", code(ExplanationCode.SWEDISH.getString(code.code()))));
        if (!own.isEmpty()) {
            rows.add(List.of(
                    "Further parameters",
                    own.stream()
                            .map(name -> code(name) + " (as in "
                                    + code(String.valueOf(
                                            decision.explanation().parameters().get(name)))
                                    + ")")
                            .collect(Collectors.joining(", "))));
        }
        rows.add(List.of("As in", cell(decision.explanation().text())));
        rows.add(List.of(
                "Shown by", scenarios.stream().map(Repository::linkToScenario).collect(Collectors.joining(", "))));
        page.table(List.of("", ""), rows);
    }
}
