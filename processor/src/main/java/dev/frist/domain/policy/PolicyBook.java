package dev.frist.domain.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The policy versions that were accepted and are known, immutable. Which one counts is chosen by event time among all
 * versions, so a book may be read at any moment.
 */
public final class PolicyBook {

    /** A book without policies: every case stays without a clock. */
    public static final PolicyBook EMPTY = new PolicyBook(new TreeMap<>());

    private static final Comparator<WindowPolicy> BY_VERSION =
            Comparator.comparingInt(policy -> policy.ref().version());

    private final SortedMap<String, List<WindowPolicy>> versionsById;

    private PolicyBook(SortedMap<String, List<WindowPolicy>> versionsById) {
        this.versionsById = versionsById;
    }

    /** This book and one more version, which {@link PolicyGuard} has let pass. */
    public PolicyBook with(WindowPolicy policy) {
        SortedMap<String, List<WindowPolicy>> copy = new TreeMap<>(versionsById);
        List<WindowPolicy> versions = new ArrayList<>(versions(policy.ref().policyId()));
        versions.removeIf(other -> other.ref().equals(policy.ref()));
        versions.add(policy);
        versions.sort(BY_VERSION);
        copy.put(policy.ref().policyId(), Collections.unmodifiableList(versions));
        return new PolicyBook(copy);
    }

    /** The version of that name, if it was accepted. */
    public @Nullable WindowPolicy find(PolicyRef ref) {
        for (WindowPolicy policy : versions(ref.policyId())) {
            if (policy.ref().version() == ref.version()) {
                return policy;
            }
        }
        return null;
    }

    /** Every accepted version, by policyId and version. */
    public List<WindowPolicy> all() {
        return versionsById.values().stream().flatMap(List::stream).toList();
    }

    /**
     * The policy that a return is pinned to (the domain rules, section 4, "Choice"). Of each policyId only the version in
     * force at the registration counts, also where its scope no longer matches; of those that match, the most specific,
     * then the first by policyId.
     *
     * @param registeredAt when the return was registered, epoch millis
     * @return null where no policy matches: the case opens, and no clock runs
     */
    public @Nullable WindowPolicy choose(Subject subject, long registeredAt) {
        WindowPolicy chosen = null;
        for (List<WindowPolicy> versions : versionsById.values()) {
            WindowPolicy inForce = inForce(versions, registeredAt);
            if (inForce != null
                    && inForce.scope().matches(subject)
                    && (chosen == null
                            || inForce.scope().specificity() > chosen.scope().specificity())) {
                chosen = inForce;
            }
        }
        return chosen;
    }

    /**
     * The versions that may lengthen a case which is pinned to an earlier version of the same policy: those that have
     * {@link OpenCases#EXTEND_OPEN_CASES} and match, by version. From when they are in force is for the case to judge.
     */
    public List<WindowPolicy> laterVersions(PolicyRef pinned, Subject subject) {
        List<WindowPolicy> later = new ArrayList<>(0);
        for (WindowPolicy policy : versions(pinned.policyId())) {
            if (policy.ref().version() > pinned.version()
                    && policy.openCases() == OpenCases.EXTEND_OPEN_CASES
                    && policy.scope().matches(subject)) {
                later.add(policy);
            }
        }
        return later;
    }

    /** Of each policyId the version in force at an instant (epoch millis), where there is one, by policyId. */
    public List<WindowPolicy> inForce(long at) {
        List<WindowPolicy> inForce = new ArrayList<>();
        for (List<WindowPolicy> versions : versionsById.values()) {
            WindowPolicy policy = inForce(versions, at);
            if (policy != null) {
                inForce.add(policy);
            }
        }
        return inForce;
    }

    /** The highest accepted version of the same policyId below that one, whenever it takes effect. */
    public @Nullable WindowPolicy previous(PolicyRef ref) {
        WindowPolicy previous = null;
        for (WindowPolicy policy : versions(ref.policyId())) {
            if (policy.ref().version() < ref.version()) {
                previous = policy;
            }
        }
        return previous;
    }

    private List<WindowPolicy> versions(String policyId) {
        return versionsById.getOrDefault(policyId, List.of());
    }

    /** The highest version that takes effect no later than the instant: a higher one counts before a younger one. */
    private static @Nullable WindowPolicy inForce(List<WindowPolicy> ascending, long at) {
        for (int i = ascending.size() - 1; i >= 0; i--) {
            WindowPolicy policy = ascending.get(i);
            if (policy.effectiveFrom() <= at) {
                return policy;
            }
        }
        return null;
    }
}
