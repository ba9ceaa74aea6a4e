package dev.frist.domain.ledger;

import dev.frist.domain.fact.CorrectionPayload.CorrectionReversed;
import dev.frist.domain.fact.CorrectionPayload.CreditNoteIssued;
import dev.frist.domain.fact.Fact;
import dev.frist.domain.fact.OrderPayload;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.ReturnPayload;
import dev.frist.domain.fact.ReturnPayload.RefusalAnswered;
import dev.frist.domain.fact.ReturnPayload.ReturnRefused;
import dev.frist.domain.fact.ReturnPayload.ReturnRegistered;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The facts of an order in the order in which they are judged: of {@code occurredAt}, never of arrival; at the same
 * instant orders before returns before corrections, a registration before other return events, then by eventId. Facts
 * that wait for an order or a registration are parked, not part of the timeline.
 */
public final class Timeline {

    private static final Comparator<Placed> ORDER = Comparator.comparingLong(Placed::at)
            .thenComparingInt(Placed::rank)
            .thenComparing(Placed::tie)
            .thenComparing(Placed::clamped)
            .thenComparing(placed -> placed.fact.eventId());

    private final @Nullable Fact placedFact;
    private final List<Moment> moments;
    private final Map<String, Fact> registrations;
    private final List<Fact> parked;

    private Timeline(
            @Nullable Fact placedFact, List<Moment> moments, Map<String, Fact> registrations, List<Fact> parked) {
        this.placedFact = placedFact;
        this.moments = moments;
        this.registrations = registrations;
        this.parked = parked;
    }

    /** Sorts facts that arrived in any order. */
    public static Timeline of(List<Fact> facts) {
        Fact placedFact = null;
        Map<String, Fact> registrations = new HashMap<>();
        Map<String, Fact> credits = new HashMap<>();
        for (Fact fact : facts) {
            if (fact.payload() instanceof OrderPlaced) {
                placedFact = fact;
            } else if (fact.payload() instanceof ReturnRegistered registered) {
                registrations.put(registered.returnId(), fact);
            } else if (fact.payload() instanceof CreditNoteIssued note) {
                credits.put(note.correctionId(), fact);
            }
        }
        if (placedFact == null) {
            return new Timeline(null, List.of(), Map.of(), List.copyOf(facts));
        }
        List<Fact> parked = new ArrayList<>();
        List<Placed> placed = new ArrayList<>(facts.size());
        Map<String, Placed> firstRefusals = new HashMap<>();
        for (Fact fact : facts) {
            if (fact.payload() instanceof ReturnPayload said && !registrations.containsKey(said.returnId())) {
                parked.add(fact);
            } else {
                Placed place = place(fact, registrations);
                placed.add(place);
                if (fact.payload() instanceof ReturnRefused refused) {
                    firstRefusals.merge(refused.returnId(), place, (a, b) -> ORDER.compare(a, b) <= 0 ? a : b);
                }
            }
        }
        placed.replaceAll(place -> notBeforeItsCause(place, firstRefusals, credits));
        placed.sort(ORDER);
        List<Moment> moments = new ArrayList<>(placed.size());
        placed.forEach(place -> moments.add(new Moment(place.fact, place.at)));
        return new Timeline(placedFact, moments, registrations, parked);
    }

    private static Placed place(Fact fact, Map<String, Fact> registrations) {
        if (fact.payload() instanceof OrderPayload) {
            return new Placed(fact, fact.occurredAt(), 0, fact.eventId(), false);
        }
        if (fact.payload() instanceof ReturnRegistered) {
            return new Placed(fact, fact.occurredAt(), 1, fact.eventId(), false);
        }
        if (fact.payload() instanceof ReturnPayload said) {
            Fact registration = registrations.get(said.returnId());
            long earliest = registration == null ? fact.occurredAt() : registration.occurredAt();
            return new Placed(fact, Math.max(fact.occurredAt(), earliest), 2, fact.eventId(), false);
        }
        return new Placed(fact, fact.occurredAt(), 3, fact.eventId(), false);
    }

    private static Placed notBeforeItsCause(
            Placed place, Map<String, Placed> firstRefusals, Map<String, Fact> credits) {
        Placed cause = null;
        if (place.fact.payload() instanceof RefusalAnswered answered) {
            cause = firstRefusals.get(answered.returnId());
        } else if (place.fact.payload() instanceof CorrectionReversed reversed) {
            Fact credit = credits.get(reversed.reverses());
            cause = credit == null ? null : new Placed(credit, credit.occurredAt(), 3, credit.eventId(), false);
        }
        if (cause == null || ORDER.compare(cause, place) < 0) {
            return place;
        }
        return new Placed(place.fact, cause.at, cause.rank, cause.tie, true);
    }

    /** The same facts and one more, which is judged last. */
    public Timeline with(Moment last) {
        List<Moment> more = new ArrayList<>(moments.size() + 1);
        more.addAll(moments);
        more.add(last);
        return new Timeline(placedFact, more, registrations, parked);
    }

    /** The fact that placed the order, or null while the order is unknown. */
    public @Nullable Fact placedFact() {
        return placedFact;
    }

    /** What counts, in the order in which it is judged. */
    public List<Moment> moments() {
        return moments;
    }

    /** Whether a return of that id is registered. */
    public boolean isRegistered(String returnId) {
        return registrations.containsKey(returnId);
    }

    /** The registration of a return, or null while it is unknown. */
    public @Nullable Fact registration(String returnId) {
        return registrations.get(returnId);
    }

    /** What waits for its order, or for the registration of its return. */
    public List<Fact> parked() {
        return parked;
    }

    private record Placed(Fact fact, long at, int rank, String tie, boolean clamped) {}
}
