package dev.frist.domain.property;

import dev.frist.domain.decision.Decision;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** Words for failure messages. */
final class Said {

    private Said() {}

    static String instant(long millis) {
        return Instant.ofEpochMilli(millis)
                .atZone(ZoneId.of("Europe/Stockholm"))
                .toOffsetDateTime()
                .toString();
    }

    static String decision(Decision decision) {
        return decision.type() + (decision.ground() == null ? "" : " " + decision.ground()) + " of "
                + decision.returnId() + " at " + instant(decision.decidedAt()) + " for " + decision.amount() + " "
                + decision.lines() + " " + decision.invoice();
    }

    static String decisions(List<Decision> decisions) {
        return decisions.stream().map(Said::decision).toList().toString();
    }
}
