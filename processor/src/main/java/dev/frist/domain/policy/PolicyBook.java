package dev.frist.domain.policy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The policy versions that were accepted and are known, immutable. Which one counts is chosen by event time among all
 * versions, so a book may be read at any moment.
 */
public final class PolicyBook {

    /** A book without policies: every case stays without a clock. */
    public static final PolicyBook EMPTY = new PolicyBook(new TreeMap<>());

    private final TreeMap<String, List<WindowPolicy>> versionsById;
    private final Map<PolicyRef, WindowPolicy> byRef = new HashMap<>();

    private PolicyBook(TreeMap<String, List<WindowPolicy>> versionsById) {
        this.versionsById = versionsById;
        versionsById.values().forEach(list -> list.forEach(policy -> byRef.put(policy.ref(), policy)));
    }

    /** This book and one more version, which {@link PolicyGuard} has let pass. */
    public PolicyBook with(WindowPolicy policy) {
        TreeMap<String, List<WindowPolicy>> copy = new TreeMap<>(versionsById);
        List<WindowPolicy> versions = new ArrayList<>(copy.getOrDefault(policy.ref().policyId(), List.of()));
        versions.removeIf(other -> other.ref().equals(policy.ref()));
        versions.add(policy);
        versions.sort((a, b) -> Integer.compare(a.ref().version(), b.ref().version()));
        copy.put(policy.ref().policyId(), Collections.unmodifiableList(versions));
        return new PolicyBook(copy);
    }

    /** The version of that name, if it was accepted. */
    public @Nullable WindowPolicy find(PolicyRef ref) {
        return byRef.get(ref);
    }

    /** Every accepted version, by policyId and version. */
    public List<WindowPolicy> all() {
        return versionsById.values().stream().flatMap(List::stream).toList();
    }
}
