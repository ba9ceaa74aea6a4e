package dev.frist.domain.engine;

import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.OrderPayload.OrderPlaced;
import dev.frist.domain.fact.Payload;
import dev.frist.domain.ledger.Shares;
import dev.frist.domain.order.Limits;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What can be said against a record without looking at its order, the first reason that applies. */
final class Screening {

    private static final int LONGEST_ID = 64;

    private Screening() {}

    static @Nullable Objection objection(Event event, Limits limits) {
        Payload payload = event.payload();
        if (!isId(event.eventId()) || !isId(event.orderId())) {
            return badId();
        }
        for (String id : Contents.ids(payload)) {
            if (!isId(id)) {
                return badId();
            }
        }
        if (repeatsALine(payload)) {
            return new Objection(DeadLetterReason.BAD_ID, "a lineId of an order stands once");
        }
        if (!event.orderId().equals(event.key())) {
            return new Objection(DeadLetterReason.KEY_MISMATCH, "the key is to be the orderId");
        }
        for (Enum<?> choice : Contents.choices(payload)) {
            if (choice.name().equals("UNKNOWN")) {
                return new Objection(
                        DeadLetterReason.UNKNOWN_ENUM,
                        "a " + choice.getDeclaringClass().getSimpleName() + " that this version does not know");
            }
        }
        for (long amount : Contents.amounts(payload)) {
            if (amount < 0) {
                return new Objection(DeadLetterReason.NEGATIVE_MONEY, "an amount is not below 0");
            }
        }
        List<Contents.Line> lines = Contents.lines(payload);
        if (lines != null && (lines.isEmpty() || lines.stream().anyMatch(line -> line.quantity() <= 0))) {
            return new Objection(
                    DeadLetterReason.BAD_QUANTITY, "lines are not empty, and their quantities are above 0");
        }
        if (event.occurredAt() > Shares.plus(event.arrivedAt(), limits.clockSkew())) {
            return new Objection(
                    DeadLetterReason.OCCURRED_IN_FUTURE,
                    "occurredAt is further ahead of the record's timestamp than " + limits.clockSkew() + " ms");
        }
        Entitlement entitlement = Entitlement.of(payload);
        if (entitlement != null && !entitlement.isGiven()) {
            return new Objection(
                    DeadLetterReason.NOT_ENTITLED,
                    "by " + entitlement.by() + ", allowed is " + new TreeSet<>(entitlement.allowed()));
        }
        return null;
    }

    private static Objection badId() {
        return new Objection(DeadLetterReason.BAD_ID, "an id is 1 to 64 of [A-Za-z0-9._:-]");
    }

    private static boolean repeatsALine(Payload payload) {
        if (!(payload instanceof OrderPlaced placed)) {
            return false;
        }
        Set<String> seen = new HashSet<>();
        return placed.lines().stream().anyMatch(line -> !seen.add(line.lineId()));
    }

    private static boolean isId(String id) {
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            return false;
        }
        for (int i = 0; i < id.length(); i++) {
            if (!isIdCharacter(id.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isIdCharacter(char c) {
        boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        return letter || (c >= '0' && c <= '9') || c == '.' || c == '_' || c == ':' || c == '-';
    }
}
