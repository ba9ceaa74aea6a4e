package dev.frist.topology;

import dev.frist.contract.RegistryUnavailableException;
import dev.frist.domain.decision.DeadLetter;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.policy.PolicyLedger;
import dev.frist.state.CorruptStateException;
import dev.frist.state.HandlingWindows.Entry;
import dev.frist.state.StoredOrder;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Wakes the orders whose window is due, up to the moment for which the input is complete, and no longer than its budget.
 * An order that cannot be woken is put off and holds up no other.
 */
final class Sweeper {

    private static final Logger LOG = LoggerFactory.getLogger(Sweeper.class);

    private static final int BATCH = 100;
    private static final Duration FIRST_RETRY = Duration.ofMinutes(1);
    private static final Duration LAST_RETRY = Duration.ofHours(1);
    private static final int DOUBLINGS = 6;

    private final TopologyParts parts;
    private final PolicyLedger policies;
    private final CaseStore cases;
    private final Outbox outbox;
    private final DeadLetterRecords deadLetters;
    private final ProcessorContext<byte[], byte[]> context;
    private final int partition;
    private int handled;

    Sweeper(
            TopologyParts parts,
            PolicyLedger policies,
            CaseStore cases,
            Outbox outbox,
            DeadLetterRecords deadLetters,
            ProcessorContext<byte[], byte[]> context) {
        this.parts = parts;
        this.policies = policies;
        this.cases = cases;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.context = context;
        this.partition = context.taskId().partition();
    }

    /** Looks for due windows once, if it is their turn. */
    void sweep() {
        long start = System.nanoTime();
        Turns turns = Turns.ofThread();
        if (!turns.mayFire(context.taskId(), start)) {
            return;
        }
        long completeUpTo = parts.completeness().upTo(partition);
        handled = 0;
        // A moment that was noted while the clock was ahead has not come yet.
        long now = Math.min(parts.clock().millis(), completeUpTo);
        boolean isExhausted = completeUpTo != Completeness.UNKNOWN && wakeAll(Math.min(now, OrderState.NO_WAKE_UP - 1));
        long end = System.nanoTime();
        if (parts.sweep().isBounded()) {
            turns.fired(start, end);
        }
        parts.telemetry().swept(new Sweep(partition, completeUpTo, handled, end - start, isExhausted));
    }

    /** Returns whether the budget ended before the windows did. */
    private boolean wakeAll(long now) {
        long end = System.nanoTime() + parts.sweep().time().toNanos();
        while (handled < parts.sweep().items()) {
            List<Entry> batch =
                    cases.windows().due(now, Math.min(BATCH, parts.sweep().items() - handled));
            if (batch.isEmpty()) {
                return false;
            }
            for (Entry entry : batch) {
                if (handled > 0 && System.nanoTime() - end > 0) {
                    return true;
                }
                try {
                    wake(entry, now);
                } catch (RegistryUnavailableException unavailable) {
                    // Not this order's fault: it stays due, and the others would fare no better.
                    parts.telemetry().registryUnavailable();
                    return true;
                }
                handled++;
            }
        }
        return true;
    }

    private void wake(Entry entry, long now) {
        StoredOrder before;
        try {
            before = cases.find(entry.orderId());
        } catch (CorruptStateException unreadable) {
            LOG.error("What is stored of an order cannot be read; its deadlines wait", unreadable);
            parts.telemetry().wakeUpFailed();
            cases.windows().move(entry.orderId(), entry.due(), now + LAST_RETRY.toMillis());
            return;
        }
        if (before == null || before.windowAt() != entry.due()) {
            // Left behind where the stores were parted, or while the order could not be read: it has another, or none.
            cases.windows().remove(entry.due(), entry.orderId());
            if (before != null && before.windowAt() != OrderState.NO_WAKE_UP) {
                cases.windows().put(before.windowAt(), entry.orderId());
            }
        } else if (before.missed().isEmpty()) {
            evaluate(before, now);
        } else {
            parts.telemetry().wakeUpWithheld();
            putOff(before, now);
        }
    }

    private void evaluate(StoredOrder before, long now) {
        StoredOrder after;
        byte @Nullable [] bytes;
        outbox.clear();
        try {
            Outcome outcome = parts.engine().wake(before.state(), policies.book(), now);
            after = before.woken(outcome.after(), now);
            bytes = cases.encode(after);
            requireFitting(bytes);
            outbox.add(outcome, before.state());
            for (DeadLetter refused : outcome.deadLetters()) {
                outbox.add(
                        refused.reason(),
                        deadLetters.refusedLater(refused, before.state().orderId(), now));
            }
        } catch (RegistryUnavailableException unavailable) {
            outbox.clear();
            throw unavailable;
        } catch (RuntimeException | StackOverflowError failure) {
            LOG.error("An order could not be woken; it is tried again later", failure);
            outbox.clear();
            parts.telemetry().wakeUpFailed();
            putOff(before, now);
            return;
        }
        cases.save(before, after, bytes);
        outbox.send(context);
        parts.telemetry().woken(parts.clock().millis() - before.state().wakeAt());
    }

    /** What fits into no record of the changelog would end the thread, again and again. */
    private void requireFitting(byte @Nullable [] bytes) {
        if (bytes != null && bytes.length > parts.sizes().wokenState()) {
            throw new IllegalStateException("the order would take " + bytes.length + " bytes");
        }
    }

    private void putOff(StoredOrder before, long now) {
        Duration pause = FIRST_RETRY.multipliedBy(1L << Math.min(before.failures(), DOUBLINGS));
        StoredOrder after = before.putOff(now + (pause.compareTo(LAST_RETRY) < 0 ? pause : LAST_RETRY).toMillis());
        cases.save(before, after, cases.encode(after));
    }
}
