package dev.frist.experiments.check;

import dev.frist.domain.decision.Evidence;

/** What a decision cites lies where it says, says what it is called, and speaks of the same order. */
final class EvidenceCheck implements OrderCheck {

    private final Inputs inputs;

    EvidenceCheck(Inputs inputs) {
        this.inputs = inputs;
    }

    @Override
    public void check(OrderTrace trace, Findings findings) {
        for (Published published : trace.published()) {
            for (Evidence evidence : published.decision().evidence()) {
                Taken cited = inputs.at(evidence.position());
                boolean holds = cited != null
                        && cited.event() != null
                        && cited.event().eventId().equals(evidence.eventId())
                        && cited.event().orderId().equals(trace.orderId());
                if (!holds) {
                    findings.add(
                            Kind.EVIDENCE_FORGED,
                            trace.orderId(),
                            published + " cites " + evidence.eventId(),
                            published.position(),
                            evidence.position());
                }
            }
            if (published.decision().evidence().isEmpty()) {
                findings.add(Kind.EVIDENCE_FORGED, trace.orderId(), published + " cites nothing", published.position());
            }
        }
    }
}
