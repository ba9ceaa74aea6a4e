package dev.frist.experiments.check;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.verdict.DecisionIds;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.common.TopicPartition;

/**
 * Over all output topics the decisions of a return are numbered 1, 2, 3, … without gaps, in each partition they lie in that
 * order, those of an order lie in one partition, and their ids follow from their numbers.
 */
final class SequenceCheck implements OrderCheck {

    @Override
    public void check(OrderTrace trace, Findings findings) {
        Map<String, List<Published>> byReturn = new HashMap<>();
        for (Published published : trace.published()) {
            Decision decision = published.decision();
            byReturn.computeIfAbsent(String.valueOf(decision.returnId()), id -> new ArrayList<>())
                    .add(published);
            if (!decision.decisionId()
                    .equals(DecisionIds.of(decision.orderId(), decision.returnId(), decision.sequence()))) {
                out(findings, published, "its decisionId does not follow from its number");
            }
            if (published.record().partition()
                    != trace.published().get(0).record().partition()) {
                out(findings, published, "it lies in another partition than other decisions of its order");
            }
        }
        byReturn.values().forEach(published -> {
            numbers(published, findings);
            places(published, findings);
        });
    }

    private static void numbers(List<Published> published, Findings findings) {
        List<Published> sorted = new ArrayList<>(published);
        sorted.sort(Comparator.comparingInt(each -> each.decision().sequence()));
        int last = 0;
        for (Published each : sorted) {
            int number = each.decision().sequence();
            if (number == last) {
                findings.add(
                        Kind.DECISION_DOUBLED, each.decision().orderId(), "number twice: " + each, each.position());
            } else if (number != last + 1) {
                out(findings, each, "the number before is " + last);
            }
            last = number;
        }
    }

    private static void places(List<Published> published, Findings findings) {
        Map<TopicPartition, Published> last = new HashMap<>();
        List<Published> sorted = new ArrayList<>(published);
        sorted.sort(Comparator.comparingLong(each -> each.record().offset()));
        for (Published each : sorted) {
            Published before = last.put(
                    new TopicPartition(each.record().topic(), each.record().partition()), each);
            if (before != null && before.decision().sequence() > each.decision().sequence()) {
                out(findings, each, "it lies behind " + Objects.requireNonNull(before));
            }
        }
    }

    private static void out(Findings findings, Published published, String why) {
        findings.add(
                Kind.OUT_OF_SEQUENCE, published.decision().orderId(), published + ": " + why, published.position());
    }
}
