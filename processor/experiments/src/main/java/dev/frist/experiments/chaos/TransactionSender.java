package dev.frist.experiments.chaos;

import dev.frist.config.FristConfig;
import dev.frist.contract.ContractRegistry;
import dev.frist.experiments.history.Dice;
import dev.frist.experiments.history.Outgoing;
import dev.frist.experiments.record.Journal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TimeoutException;

/** Sends in transactions, short ones and some that stay open for seconds, and commits all of them or none. */
final class TransactionSender extends Sender {

    private static final int TRIES = 5;

    private final Dice dice;
    private final boolean commits;

    TransactionSender(
            String name, FristConfig config, ContractRegistry registry, Journal journal, Dice dice, boolean commits) {
        super(
                name,
                config,
                registry,
                journal,
                Map.of(
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        name,
                        ProducerConfig.TRANSACTION_TIMEOUT_CONFIG,
                        60_000));
        this.dice = dice;
        this.commits = commits;
    }

    @Override
    protected void sendAll(List<Outgoing> all) throws InterruptedException {
        producer.initTransactions();
        int next = 0;
        while (next < all.size()) {
            awaitTime(all.get(next).at());
            long end = System.currentTimeMillis()
                    + (dice.chance(5) ? dice.between(1_000L, 4_000L) : dice.between(0L, 400L));
            int most = dice.between(1, 60);
            producer.beginTransaction();
            List<Future<RecordMetadata>> written = new ArrayList<>();
            while (next < all.size() && written.size() < most && all.get(next).at() <= end) {
                awaitTime(all.get(next).at());
                written.add(producer.send(record(all.get(next))));
                next++;
            }
            awaitTime(end);
            end(written);
        }
    }

    private void end(List<Future<RecordMetadata>> written) throws InterruptedException {
        if (!commits) {
            producer.flush();
            producer.abortTransaction();
            return;
        }
        commit();
        long now = System.currentTimeMillis();
        for (Future<RecordMetadata> each : written) {
            try {
                RecordMetadata record = each.get();
                journal.acknowledged(record.topic(), record.partition(), record.offset(), now);
            } catch (ExecutionException impossible) {
                throw new ExperimentException("a transaction was committed without one of its records", impossible);
            }
        }
    }

    private void commit() {
        for (int tries = 1; ; tries++) {
            try {
                producer.commitTransaction();
                return;
            } catch (TimeoutException unanswered) {
                if (tries == TRIES) {
                    throw unanswered;
                }
            }
        }
    }
}
