package dev.frist.ops.metrics;

import dev.frist.domain.policy.WindowPolicy;
import dev.frist.policy.PolicyLedger;
import io.micrometer.core.instrument.MultiGauge;
import java.time.InstantSource;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Which policies are in force, and how many versions were accepted and rejected. */
public final class PolicyMeters {

    /** How many policies have a series of their own. */
    static final int MOST = 100;

    private final MultiGauge versions;
    private final InstantSource clock;
    private volatile PolicyLedger ledger = new PolicyLedger(0);

    PolicyMeters(Meters meters, InstantSource clock) {
        this.clock = clock;
        this.versions = meters.gauges(FristMeter.POLICY_VERSION);
        meters.gauge(FristMeter.POLICIES_ACCEPTED, () -> ledger.book().all().size());
        meters.gauge(FristMeter.POLICIES_REJECTED, () -> ledger.rejectedFrom(0).size());
        meters.gauge(FristMeter.POLICIES_IN_FORCE, () -> inForce().size());
    }

    void follow(PolicyLedger followed) {
        this.ledger = followed;
    }

    /** What was read of the policy topic. */
    public PolicyLedger ledger() {
        return ledger;
    }

    /** Of each policy the highest version that is in force now, by policyId. */
    public SortedMap<String, WindowPolicy> inForce() {
        long now = clock.millis();
        SortedMap<String, WindowPolicy> inForce = new TreeMap<>();
        for (WindowPolicy policy : ledger.book().all()) {
            if (policy.effectiveFrom() <= now) {
                // By policyId and version: the last is the highest.
                inForce.put(policy.ref().policyId(), policy);
            }
        }
        return inForce;
    }

    /** A version comes into force by the clock alone, so the series are made anew now and then. */
    void look() {
        List<MultiGauge.Row<?>> rows = inForce().values().stream()
                .limit(MOST)
                .<MultiGauge.Row<?>>map(policy -> MultiGauge.Row.of(
                        Meters.tags(FristMeter.POLICY_VERSION, policy.ref().policyId()),
                        policy.ref().version()))
                .toList();
        versions.register(rows, true);
    }
}
