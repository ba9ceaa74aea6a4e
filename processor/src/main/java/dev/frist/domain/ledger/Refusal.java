package dev.frist.domain.ledger;

import dev.frist.domain.decision.DecisionLine;
import dev.frist.domain.fact.Answer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A refusal of units, and what became of it. */
public final class Refusal {

    private final Moment moment;
    private final boolean inTime;
    private final boolean mayStand;
    private final long standsAt;
    private final boolean waitedFor;
    private final List<DecisionLine> effect = new ArrayList<>();
    private @Nullable Answer answer;

    Refusal(Moment moment, Terms terms, long asOf) {
        this.moment = moment;
        this.inTime = moment.at() <= terms.due();
        this.mayStand = inTime && terms.refusalsStand();
        this.standsAt = mayStand ? terms.standsAt().applyAsLong(moment.fact()) : Terms.NEVER;
        this.waitedFor = standsAt != Terms.NEVER && standsAt <= Shares.minus(asOf, terms.grace());
    }

    void answer(Answer given, long at) {
        if (answer != Answer.ACCEPTED && !(answer == null && at > standsAt)) {
            answer = given;
        }
    }

    void took(String lineId, int units, long value) {
        effect.add(new DecisionLine(lineId, units, value, null));
    }

    /** The fact that refused. */
    public Moment moment() {
        return moment;
    }

    /** Whether it was made by the deadline. */
    public boolean inTime() {
        return inTime;
    }

    /** The units that were outstanding then and that it speaks of; empty where it had no effect. */
    public List<DecisionLine> effect() {
        return effect;
    }

    /** Whether the consumer has not answered it in time. */
    public boolean isUnanswered() {
        return answer == null;
    }

    /** Whether the consumer contests it. */
    public boolean isContested() {
        return answer == Answer.CONTESTED;
    }

    /** Whether the consumer accepted it, for good. */
    public boolean isAccepted() {
        return answer == Answer.ACCEPTED;
    }

    /** Whether, unanswered, it stands by itself at some time rather than escalate. */
    public boolean mayStand() {
        return mayStand && answer == null;
    }

    /** When it stands by itself, epoch millis; {@link Terms#NEVER} where it does not. */
    public long standsAt() {
        return answer == null ? standsAt : Terms.NEVER;
    }

    /** Whether, for what occurs at an instant, it is final: accepted, or standing by itself. An answer may come till then. */
    boolean isFinal(long at) {
        return isAccepted() || at > standsAt();
    }

    /** Whether it stands by itself, now that an answer made by then has had the grace for its transport. */
    boolean stands() {
        return waitedFor && answer == null;
    }

    /** Whether, unless it is answered, its time to stand has come by an instant. */
    boolean isDueToStand(long at) {
        return standsAt() != Terms.NEVER && at >= standsAt();
    }

    /** Which units a credit or a cancellation takes first: those that nobody refused, then refused, then contested. */
    static int rank(@Nullable Refusal refusal) {
        return refusal == null ? 0 : refusal.isContested() ? 2 : 1;
    }
}
