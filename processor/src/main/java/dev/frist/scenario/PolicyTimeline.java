package dev.frist.scenario;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.scenario.Published.Refused;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The policies of a scenario as they become known: which book holds when, and which versions the guard refused. */
final class PolicyTimeline {

    /** Says why a version may not come into force, or null. */
    @FunctionalInterface
    interface Guard {
        @Nullable
        String objection(WindowPolicy candidate, long writtenAt, PolicyBook book);
    }

    private final TreeMap<Long, PolicyBook> books = new TreeMap<>();
    private final List<Refused> refused = new ArrayList<>();

    PolicyTimeline(Scenario scenario, Guard guard) {
        List<WrittenPolicy> policies = scenario.policies();
        PolicyBook book = PolicyBook.EMPTY;
        for (WrittenPolicy written : inOrderOfWriting(policies)) {
            WindowPolicy policy = written.policy();
            if (policy.equals(book.find(policy.ref()))) {
                continue;
            }
            if (guard.objection(policy, written.writtenAt(), book) == null) {
                book = book.with(policy);
                books.put(written.writtenAt(), book);
            } else {
                refused.add(new Refused(
                        scenario.processedAt(written.writtenAt()),
                        policies.indexOf(written) - policies.size(),
                        policy.ref().toString(),
                        DeadLetterReason.POLICY_REJECTED));
            }
        }
    }

    private static List<WrittenPolicy> inOrderOfWriting(List<WrittenPolicy> policies) {
        return policies.stream()
                .sorted(Comparator.comparingLong(WrittenPolicy::writtenAt))
                .toList();
    }

    /** The policies known at that instant, epoch millis. */
    PolicyBook at(long instant) {
        Map.Entry<Long, PolicyBook> latest = books.floorEntry(instant);
        return latest == null ? PolicyBook.EMPTY : latest.getValue();
    }

    /** The versions that were refused by that instant. */
    List<Refused> refusedUntil(long instant) {
        return refused.stream().filter(letter -> letter.time() <= instant).toList();
    }
}
