package dev.frist.domain.policy;

/** A version of a policy: what a case is pinned to, and the key of its record. */
public record PolicyRef(String policyId, int version) {

    /** {@code policyId@version}. */
    @Override
    public String toString() {
        return policyId + "@" + version;
    }
}
