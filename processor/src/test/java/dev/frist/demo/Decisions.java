package dev.frist.demo;

import dev.frist.domain.decision.DeadlineBlock;
import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.decision.Explanation;
import dev.frist.domain.decision.Ground;
import dev.frist.domain.decision.InvoiceAction;
import dev.frist.domain.decision.InvoiceBlock;
import dev.frist.domain.decision.OutputTopic;
import dev.frist.domain.decision.Owner;
import dev.frist.domain.decision.Review;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Decisions for tests of what is shown of them: two units for 1,598.00 on return R1 of the merchant sulan. */
final class Decisions {

    private static final long AMOUNT = 159_800;
    private static final long PAYABLE = 4_900;

    private Decisions() {}

    static Decision decision(
            OutputTopic topic,
            DecisionType type,
            Ground ground,
            String orderId,
            long decidedAt,
            long due,
            long held,
            Review review) {
        return new Decision(
                topic,
                new UUID(0, 1),
                orderId,
                "R1",
                1,
                decidedAt,
                type,
                ground,
                List.of(new DecisionLine("L1", 2, AMOUNT, null)),
                AMOUNT,
                "SEK",
                new DeadlineBlock(null, due, List.of(), "demo", 1, null),
                new InvoiceBlock(
                        AMOUNT + PAYABLE,
                        0,
                        0,
                        held,
                        PAYABLE,
                        held > 0 ? InvoiceAction.HOLD_PART : InvoiceAction.RESUME),
                new Owner("sulan", "DIRECT", "merchant"),
                List.of(),
                List.of(),
                review,
                new Explanation("CODE", "text", Map.of()),
                List.of());
    }
}
