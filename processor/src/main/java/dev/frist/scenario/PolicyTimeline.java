package dev.frist.scenario;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.policy.PolicyBook;
import dev.frist.domain.policy.PolicyGuard;
import dev.frist.domain.policy.WindowPolicy;
import dev.frist.scenario.Published.Refused;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The policies of a scenario as they become known: which book holds when, and which versions the guard refused. */
final class PolicyTimeline {

    /** The setting {@code policy.lead} at its default, in milliseconds. */
    private static final long LEAD = Duration.ofDays(1).toMillis();

    private final TreeMap<Long, PolicyBook> books = new TreeMap<>();
    private final List<Refused> refused = new ArrayList<>();

    PolicyTimeline(Scenario scenario) {
        List<WrittenPolicy> policies = scenario.policies();
        PolicyBook book = PolicyBook.EMPTY;
        for (WrittenPolicy written : inOrderOfWriting(policies)) {
            WindowPolicy policy = written.policy();
            if (PolicyGuard.objection(policy, written.writtenAt(), book, LEAD) == null) {
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
