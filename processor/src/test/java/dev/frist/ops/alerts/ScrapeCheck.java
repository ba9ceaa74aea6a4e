package dev.frist.ops.alerts;

import dev.frist.ops.metrics.Scrape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds what an expression names that a scrape does not have: such an expression is silent for ever. */
public final class ScrapeCheck {

    /** Labels that Prometheus puts on whatever it scrapes. */
    private static final Set<String> OF_THE_SCRAPER = Set.of("instance", "job", "namespace", "pod");

    private final Scrape scrape;

    public ScrapeCheck(Scrape scrape) {
        this.scrape = scrape;
    }

    /** What the expression names and the scrape lacks; empty where all is there. */
    public List<String> lacking(String expression) {
        PromQl parsed = new PromQl(expression);
        List<String> lacking = new ArrayList<>();
        if (parsed.selectors().isEmpty()) {
            lacking.add("no metric in " + expression);
        }
        Set<String> labels = new TreeSet<>(OF_THE_SCRAPER);
        for (PromQl.Selector selector : parsed.selectors()) {
            if (scrape.samples(selector.metric()).findAny().isEmpty()) {
                lacking.add("metric " + selector.metric());
                continue;
            }
            labels.addAll(scrape.labels(selector.metric()));
            selector.conditions().forEach(condition -> check(selector.metric(), condition, lacking));
        }
        for (String grouping : parsed.groupings()) {
            if (!labels.contains(grouping)) {
                lacking.add("label " + grouping + " to group by");
            }
        }
        return lacking;
    }

    private void check(String metric, PromQl.Condition condition, List<String> lacking) {
        String label = condition.label();
        if (OF_THE_SCRAPER.contains(label)) {
            return;
        }
        if (!scrape.labels(metric).contains(label)) {
            lacking.add("label " + label + " of " + metric);
            return;
        }
        // What a person chooses on the dashboard may be anything.
        if (condition.value().startsWith("$")) {
            return;
        }
        Set<String> values = scrape.samples(metric)
                .map(sample -> sample.labels().getOrDefault(label, ""))
                .collect(Collectors.toSet());
        boolean isThere = condition.operator().endsWith("~")
                ? values.stream().anyMatch(value -> value.matches(condition.value()))
                : values.contains(condition.value());
        if (!isThere) {
            lacking.add(
                    "value " + condition.value() + " of label " + label + " of " + metric + ", which has " + values);
        }
    }
}
