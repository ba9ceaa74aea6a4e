package dev.frist.domain.ledger;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * What was outstanding before something happened.
 *
 * @param money minor units, net, by claim
 * @param units that no refusal had taken for good, by claimed line
 */
record Snapshot(Map<Claim, Long> money, Map<ClaimLine, Integer> units) {

    static Snapshot of(Collection<Claim> claims) {
        Map<Claim, Long> money = new HashMap<>();
        Map<ClaimLine, Integer> units = new HashMap<>();
        for (Claim claim : claims) {
            money.put(claim, claim.outstanding.net());
            claim.lines.values().forEach(line -> units.put(line, line.unitsNotRefusedForGood()));
        }
        return new Snapshot(money, units);
    }

    /** Whether less is outstanding on a case now; of a new one, anything. */
    boolean hadMore(Claim claim) {
        return claim.outstanding.net() < money.getOrDefault(claim, Long.MAX_VALUE);
    }

    /** Whether fewer units of a line are left now. */
    boolean hadMore(ClaimLine line) {
        return line.unitsNotRefusedForGood() < units.getOrDefault(line, 0);
    }
}
