package dev.frist.experiments.chaos;

import dev.frist.config.FristConfig;
import dev.frist.contract.ContractRegistry;
import dev.frist.experiments.history.Dice;
import dev.frist.experiments.history.Outgoing;
import dev.frist.experiments.history.Route;
import dev.frist.experiments.record.Journal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Everybody who publishes to the input topics. */
final class Producers implements AutoCloseable {

    private final Journal journal = new Journal();
    private final Map<Route, Sender> senders = new EnumMap<>(Route.class);
    private final PlainSender last;
    private final ContractRegistry registry;

    Producers(FristConfig config, Dice dice) {
        registry = ContractRegistry.connect(config.registry());
        senders.put(Route.PLAIN, new PlainSender("plain", config, registry, journal));
        senders.put(Route.ANOTHER, new PlainSender("another", config, registry, journal));
        senders.put(
                Route.COMMITTED, new TransactionSender("committing", config, registry, journal, dice.split(), true));
        senders.put(Route.ABORTED, new TransactionSender("aborting", config, registry, journal, dice.split(), false));
        last = new PlainSender("last", config, registry, journal);
    }

    /** Sends everything when its time has come. */
    void start(List<Outgoing> records) {
        senders.forEach((route, sender) -> sender.start(
                records.stream().filter(record -> record.route() == route).toList()));
    }

    /** Waits until everything was sent. */
    void await() throws InterruptedException {
        for (Sender sender : senders.values()) {
            sender.await();
        }
    }

    /** Sends records when all others have been sent. */
    void finish(List<Outgoing> records) {
        last.sendNow(records);
    }

    /** What they were told. */
    Journal journal() {
        return journal;
    }

    /** How many records were sent to stay. */
    long sent() {
        return senders.values().stream().mapToLong(Sender::sent).sum() + last.sent() - aborted();
    }

    /** How many records were sent in transactions that were aborted. */
    long aborted() {
        Sender aborting = senders.get(Route.ABORTED);
        return aborting == null ? 0 : aborting.sent();
    }

    @Override
    public void close() {
        senders.values().forEach(Sender::close);
        last.close();
        registry.close();
    }
}
