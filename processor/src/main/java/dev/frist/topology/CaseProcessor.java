package dev.frist.topology;

import dev.frist.contract.ContractCodec;
import dev.frist.contract.UndecodableException;
import dev.frist.domain.decision.DeadLetter;
import dev.frist.domain.decision.DeadLetterReason;
import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.OrderPayload.OrderErased;
import dev.frist.domain.fact.Position;
import dev.frist.domain.order.OrderState;
import dev.frist.domain.order.Outcome;
import dev.frist.policy.PolicyLedger;
import dev.frist.state.CorruptStateException;
import dev.frist.state.HandlingWindows;
import dev.frist.state.StoredOrder;
import dev.frist.state.TaskFigures;
import dev.frist.state.TaskNotes;
import java.util.Objects;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes in the records of the event topics. Decides first and writes last: decoding, judging and encoding may fail, and
 * then nothing was written; what is written after that fails only as a whole, and the transaction with it.
 */
final class CaseProcessor implements Processor<byte[], byte[], byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(CaseProcessor.class);

    private final TopologyParts parts;
    private final PolicyLedger policies;
    private final EventDecoder decoder;
    private final Outbox outbox;
    private final DeadLetterRecords deadLetters;
    private final RegistryPatience patience;
    private final Prevention prevention;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable CaseStore store;
    private @Nullable TaskFigures figures;

    CaseProcessor(TopologyParts parts, PolicyLedger policies) {
        ContractCodec codec = parts.registry().codec();
        this.parts = parts;
        this.policies = policies;
        this.decoder = new EventDecoder(codec, parts.topics());
        this.outbox = new Outbox(codec, parts.topics(), parts.telemetry());
        this.deadLetters = new DeadLetterRecords(parts.sizes().record());
        this.patience = new RegistryPatience(parts.telemetry(), parts.stopping());
        this.prevention = new Prevention(parts.engine(), parts.telemetry());
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> opened) {
        KeyValueStore<Bytes, byte[]> windows = opened.getStateStore(Names.HANDLING_WINDOWS);
        context = opened;
        figures = new TaskFigures(opened.taskId().partition(), opened.getStateStore(Names.TASK_FIGURES));
        store = new CaseStore(opened.getStateStore(Names.ORDER_FACTS), new HandlingWindows(windows), figures);
        parts.telemetry().opened(figures);
        Sweeper sweeper = new Sweeper(parts, policies, store, outbox, deadLetters, opened);
        RejectedPolicies rejected = new RejectedPolicies(policies, new TaskNotes(windows), outbox, deadLetters, opened);
        opened.schedule(parts.sweep().interval(), PunctuationType.WALL_CLOCK_TIME, timestamp -> {
            rejected.publish(parts.clock().millis());
            sweeper.sweep();
        });
    }

    @Override
    public void close() {
        if (figures != null) {
            parts.telemetry().closed(figures);
        }
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Turns.ofThread().taken();
        ProcessorContext<byte[], byte[]> current = Objects.requireNonNull(context);
        Position position = position(current);
        long now = parts.clock().millis();
        outbox.clear();
        Event event = null;
        boolean isDuplicate = false;
        try {
            event = patience.insist(() -> decoder.decode(record, position));
            isDuplicate = receive(event, record, now);
        } catch (UndecodableException undecodable) {
            outbox.add(
                    DeadLetterReason.UNDECODABLE,
                    deadLetters.failed(DeadLetterReason.UNDECODABLE, null, record, position, undecodable, now));
        } catch (UnjudgedException unjudged) {
            outbox.clear();
            missed(Objects.requireNonNull(event), record, unjudged.failure, now);
        }
        outbox.send(current);
        parts.telemetry().received(position.topic(), now - record.timestamp(), isDuplicate);
    }

    private static Position position(ProcessorContext<?, ?> context) {
        RecordMetadata at = context.recordMetadata().orElseThrow();
        return new Position(at.topic(), at.partition(), at.offset());
    }

    /** The engine, or what is stored of the order, has failed on a record; nothing was written. */
    private static final class UnjudgedException extends Exception {

        private static final long serialVersionUID = 1L;

        private final Throwable failure;

        UnjudgedException(Throwable failure) {
            super(failure);
            this.failure = failure;
        }
    }

    /** Judges an event, stores what comes of it and prepares what goes out. Returns whether it was a duplicate. */
    private boolean receive(Event event, Record<byte[], byte[]> record, long now) throws UnjudgedException {
        CaseStore cases = Objects.requireNonNull(store);
        String key = event.key();
        boolean isId = CaseStore.isId(key);
        StoredOrder before;
        StoredOrder after;
        byte[] bytes;
        Outcome outcome;
        try {
            // A disk that fails is another matter: it ends the task, which restores its state elsewhere.
            StoredOrder found = isId ? cases.find(Objects.requireNonNull(key)) : null;
            before = found == null ? StoredOrder.unknown(key == null ? "" : key) : found;
        } catch (CorruptStateException unreadable) {
            throw new UnjudgedException(unreadable);
        }
        try {
            outcome = parts.engine().receive(before.state(), event, policies.book(), now);
            after = isErasure(event, outcome)
                    ? StoredOrder.unknown(outcome.after().orderId())
                    : before.judged(outcome.after(), event.eventId());
            bytes = cases.encode(after);
        } catch (RuntimeException | StackOverflowError failure) {
            throw new UnjudgedException(failure);
        }
        if (bytes != null && bytes.length > parts.sizes().state()) {
            refuseAsTooLarge(event, record, bytes.length, now);
            return false;
        }
        prepare(outcome, before.state(), event, record, now);
        if (!outcome.decisions().isEmpty()) {
            prevention.judge(before, outcome, policies.book(), now);
        }
        if (isId && !after.equals(before)) {
            cases.save(before, after, bytes);
        } else if (isId && outcome.duplicate() && after.windowAt() != OrderState.NO_WAKE_UP) {
            // Without transactions a crash can part the stores; what is read again then puts them together.
            cases.windows().put(after.windowAt(), after.state().orderId());
        }
        return outcome.duplicate();
    }

    /** Whether nothing of the order may be left, not even which records could not be judged. */
    private static boolean isErasure(Event event, Outcome outcome) {
        return event.payload() instanceof OrderErased && outcome.deadLetters().isEmpty();
    }

    /** What cannot be read or judged must be erasable too. */
    private boolean isErasureWhateverTheOrder(Event event, long now) {
        if (!(event.payload() instanceof OrderErased) || !CaseStore.isId(event.key())) {
            return false;
        }
        OrderState unknown = OrderState.unknown(event.orderId());
        try {
            return isErasure(event, parts.engine().receive(unknown, event, policies.book(), now));
        } catch (RuntimeException | StackOverflowError broken) {
            return false;
        }
    }

    private void prepare(Outcome outcome, OrderState before, Event event, Record<byte[], byte[]> record, long now) {
        patience.insist(() -> {
            outbox.clear();
            outbox.add(outcome, before);
            return outbox;
        });
        for (DeadLetter refused : outcome.deadLetters()) {
            outbox.add(
                    refused.reason(),
                    refused.position().equals(event.position())
                            ? deadLetters.refused(refused, record, now)
                            : deadLetters.refusedLater(refused, event.orderId(), now));
        }
    }

    /** What would not fit into a record of the changelog would end the thread, again and again. */
    private void refuseAsTooLarge(Event event, Record<byte[], byte[]> record, int size, long now) {
        DeadLetter refused = new DeadLetter(
                DeadLetterReason.TOO_MANY_FACTS,
                event.eventId(),
                event.position(),
                event.original(),
                "with this record the order would take " + size + " bytes: allowed are "
                        + parts.sizes().state());
        outbox.add(refused.reason(), deadLetters.refused(refused, record, now));
    }

    /**
     * Lets a record go that could not be judged, so that it does not hold up all others, and remembers with its order that
     * it is missing: no deadline of that order is judged until the record came again and could be.
     */
    private void missed(Event event, Record<byte[], byte[]> record, Throwable failure, long now) {
        if (isErasureWhateverTheOrder(event, now)) {
            LOG.error(
                    "An order is erased that could not be judged a last time; what stood open was not closed", failure);
            Objects.requireNonNull(store).erase(event.orderId());
            return;
        }
        LOG.error(
                "The record at {} could not be judged; it is a dead letter, and its order waits for it",
                event.position(),
                failure);
        outbox.add(
                DeadLetterReason.UNPROCESSABLE,
                deadLetters.failed(
                        DeadLetterReason.UNPROCESSABLE, event.eventId(), record, event.position(), failure, now));
        String key = event.key();
        if (!CaseStore.isId(key) || !CaseStore.isId(event.eventId())) {
            return;
        }
        CaseStore cases = Objects.requireNonNull(store);
        try {
            StoredOrder found = cases.find(Objects.requireNonNull(key));
            StoredOrder before = found == null ? StoredOrder.unknown(key) : found;
            StoredOrder after = before.missing(event.eventId());
            cases.save(before, after, cases.encode(after));
        } catch (CorruptStateException unreadable) {
            LOG.error("What is stored of the order cannot be read, so none of its deadlines can be judged either");
        }
    }
}
