package dev.frist.domain.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a version from taking effect before every instance knows it, and from weakening anything without a second pair
 * of eyes (the domain rules, section 4, "Guard"). Pure: what was accepted before, in the order of the policy topic,
 * decides.
 *
 * <p>How the rule is read where versions do not come one after the other:
 *
 * <ul>
 *   <li><b>In force at an instant</b> is, of each policyId, the highest version with {@code effectiveFrom} ≤ that
 *       instant; equal counts. Of two versions that take effect at one instant the higher is in force. That is the
 *       reading by which a policy is chosen, so the guard compares with what would have been chosen.
 *   <li><b>Written out of order.</b> A version 2 that is written after version 3 is compared with the version in force
 *       at its {@code effectiveFrom}, which may be version 3, and with version 1 as the highest <i>earlier</i> one:
 *       earlier by version number, among those accepted so far. Version 3, accepted before it, is not judged again.
 *   <li><b>The highest earlier version</b> is compared with whatever its scope and whenever it takes effect: a higher
 *       version puts the lower ones of its policyId out of force, also where its scope no longer matches, and also those
 *       that would have taken effect later.
 *   <li><b>Broader policies</b> count as much as the own one: a policy for one merchant takes that merchant out of the
 *       policy for the market. A policy that is narrower, or that no return could match together with the candidate, is
 *       never replaced by it.
 *   <li><b>The past.</b> Whatever is compared with something must keep the lead time, so a version that would change the
 *       policy of returns registered already is refused, also if it strengthens. Only what takes the place of nothing
 *       may take effect in the past: it gives cases a clock that had none.
 *   <li><b>One instant.</b> What takes effect only after the candidate is not compared with, although the candidate may
 *       outrank it from then on. So a policy that is dated before all others is free; cases that are pinned keep their
 *       policy all the same.
 * </ul>
 */
public final class PolicyGuard {

    private PolicyGuard() {}

    /**
     * Judges a version that was written.
     *
     * @param writtenAt the timestamp of its Kafka record, epoch millis
     * @param accepted what was accepted before it
     * @param lead millis by which a version must be written before it takes effect
     * @return null where it may pass (also where it has been accepted already, as it stands); else a sentence that says
     *     what is wrong and what is allowed
     */
    public static @Nullable String objection(WindowPolicy candidate, long writtenAt, PolicyBook accepted, long lead) {
        WindowPolicy rewritten = accepted.find(candidate.ref());
        if (rewritten != null) {
            return rewritten.equals(candidate) ? null : rewriting(candidate);
        }
        List<String> faults = PolicyFaults.of(candidate);
        if (!faults.isEmpty()) {
            return String.join("; ", faults);
        }
        Set<WindowPolicy> replaced = replaced(candidate, accepted);
        if (replaced.isEmpty()) {
            return null;
        }
        long earliest = writtenAt > Long.MAX_VALUE - lead ? Long.MAX_VALUE : writtenAt + lead;
        if (candidate.effectiveFrom() < earliest) {
            return tooEarly(candidate, replaced, earliest, lead);
        }
        List<String> weakenings = new ArrayList<>();
        for (WindowPolicy current : replaced) {
            for (String weakening : Weakening.of(candidate, current)) {
                weakenings.add(weakening + " of " + current.ref());
            }
        }
        return weakenings.isEmpty() ? null : withoutConsent(candidate, weakenings);
    }

    /** What the candidate may take the place of, and its highest earlier version. */
    private static Set<WindowPolicy> replaced(WindowPolicy candidate, PolicyBook accepted) {
        Set<WindowPolicy> replaced = new LinkedHashSet<>();
        WindowPolicy previous = accepted.previous(candidate.ref());
        if (previous != null) {
            replaced.add(previous);
        }
        for (WindowPolicy current : accepted.inForce(candidate.effectiveFrom())) {
            if (current.scope().meets(candidate.scope())
                    && current.scope().specificity() <= candidate.scope().specificity()) {
                replaced.add(current);
            }
        }
        return replaced;
    }

    private static String rewriting(WindowPolicy candidate) {
        return candidate.ref() + " was accepted with another body: a version is never rewritten, a new one is allowed";
    }

    private static String tooEarly(WindowPolicy candidate, Set<WindowPolicy> replaced, long earliest, long lead) {
        return "effectiveFrom " + Instant.ofEpochMilli(candidate.effectiveFrom())
                + " is too early for a version that may take the place of "
                + replaced.stream().map(policy -> policy.ref().toString()).collect(Collectors.joining(", "))
                + ": allowed is " + Instant.ofEpochMilli(earliest) + " (" + Duration.ofMillis(lead)
                + " after it was written) or later";
    }

    /** What is missing for a version that weakens something; null where nothing is. */
    private static @Nullable String withoutConsent(WindowPolicy candidate, List<String> weakenings) {
        String approvedBy =
                candidate.approvedBy() == null ? "" : candidate.approvedBy().strip();
        List<String> missing = new ArrayList<>();
        if (candidate.reason().isBlank()) {
            missing.add("a reason");
        }
        if (approvedBy.isEmpty()) {
            missing.add("an approvedBy");
        } else if (approvedBy.equalsIgnoreCase(candidate.author().strip())) {
            missing.add("an approvedBy other than its author " + candidate.author());
        }
        return missing.isEmpty()
                ? null
                : candidate.ref() + " weakens " + String.join(", ", weakenings) + ": allowed only with "
                        + String.join(" and ", missing);
    }
}
