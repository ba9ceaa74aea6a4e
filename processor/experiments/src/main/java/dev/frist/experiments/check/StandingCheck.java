package dev.frist.experiments.check;

import dev.frist.domain.decision.Decision;
import dev.frist.domain.decision.DecisionType;
import dev.frist.domain.order.CaseMemory;
import dev.frist.domain.order.PublishedDispute;
import dev.frist.domain.order.PublishedResolution;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer of the decisions has in hand, who knows nothing else: no decision says again what stands already, none
 * changes what does not stand, and what stands in the end is what the order's facts lead to.
 */
final class StandingCheck implements OrderCheck {

    @Override
    public void check(OrderTrace trace, Findings findings) {
        Map<String, List<Published>> byReturn = new HashMap<>();
        for (Published published : trace.published()) {
            String returnId = published.decision().returnId();
            if (returnId != null) {
                byReturn.computeIfAbsent(returnId, id -> new ArrayList<>()).add(published);
            }
        }
        byReturn.forEach((returnId, published) -> {
            published.sort(Comparator.comparingInt(each -> each.decision().sequence()));
            Reader reader = new Reader(findings);
            published.forEach(reader::read);
            CaseMemory memory = trace.last().cases().get(returnId);
            if (memory != null) {
                reader.compare(trace.orderId(), returnId, memory);
            }
        });
    }

    /** Reads the decisions of a return one after the other. */
    private static final class Reader {

        private final Findings findings;
        private @Nullable Decision dispute;
        private @Nullable Decision resolution;
        private boolean opened;
        private @Nullable Long due;
        private boolean reopened;

        Reader(Findings findings) {
            this.findings = findings;
        }

        void read(Published published) {
            Decision decision = published.decision();
            switch (decision.type()) {
                case OPENED -> {
                    require(dispute == null, published, "a dispute stands open already");
                    dispute = decision;
                }
                case REDUCED, REVISED -> {
                    require(dispute != null, published, "no dispute stands open");
                    require(
                            dispute == null || !isSame(dispute, decision),
                            published,
                            "it says what the dispute says already");
                    dispute = decision;
                }
                case WITHDRAWN -> {
                    require(dispute != null, published, "no dispute stands open");
                    dispute = null;
                }
                case RESOLVED -> {
                    require(
                            resolution == null
                                    || resolution.type() != DecisionType.RESOLVED
                                    || resolution.ground() != decision.ground()
                                    || resolution.amount() != decision.amount(),
                            published,
                            "it is resolved so already");
                    resolution = decision;
                }
                case REOPENED -> {
                    require(
                            resolution != null && resolution.type() == DecisionType.RESOLVED,
                            published,
                            "it is not resolved");
                    resolution = decision;
                    reopened = true;
                }
                case RETURN_OPENED -> {
                    require(!opened, published, "it was opened before");
                    opened = true;
                    reopened = false;
                    due = decision.deadline().due();
                }
                case DEADLINE_CHANGED -> {
                    require(
                            reopened || !Objects.equals(due, decision.deadline().due()),
                            published,
                            "this due date was the last published");
                    due = decision.deadline().due();
                    reopened = false;
                }
                default -> {}
            }
        }

        private void require(boolean holds, Published published, String otherwise) {
            if (!holds) {
                findings.add(
                        Kind.DECISION_DOUBLED,
                        published.decision().orderId(),
                        published + ": " + otherwise,
                        published.position());
            }
        }

        private static boolean isSame(Decision a, Decision b) {
            return a.lines().equals(b.lines())
                    && a.amount() == b.amount()
                    && a.ground() == b.ground()
                    && a.review() == b.review();
        }

        void compare(String orderId, String returnId, CaseMemory memory) {
            PublishedDispute wanted = memory.dispute();
            boolean isDisputed = wanted == null
                    ? dispute == null
                    : dispute != null
                            && dispute.lines().equals(wanted.lines())
                            && dispute.amount() == wanted.amount()
                            && dispute.ground() == wanted.ground();
            if (!isDisputed) {
                findings.add(
                        Kind.DECISION_WRONG,
                        orderId,
                        "for " + returnId + " there stands " + dispute + ", and should " + wanted);
            }
            PublishedResolution resolved = memory.resolution();
            boolean isResolved = resolved == null
                    ? resolution == null
                    : resolution != null
                            && resolution.type() == resolved.type()
                            && resolution.ground() == resolved.ground()
                            && resolution.amount() == resolved.amount();
            if (!isResolved) {
                findings.add(
                        Kind.DECISION_WRONG,
                        orderId,
                        "for " + returnId + " there stands " + resolution + ", and should " + resolved);
            }
        }
    }
}
