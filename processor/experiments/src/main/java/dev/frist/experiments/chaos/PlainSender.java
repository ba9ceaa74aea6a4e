package dev.frist.experiments.chaos;

import dev.frist.config.FristConfig;
import dev.frist.contract.ContractRegistry;
import dev.frist.experiments.history.Outgoing;
import dev.frist.experiments.record.Journal;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.RecordMetadata;

/** Sends without transactions. */
final class PlainSender extends Sender {

    PlainSender(String name, FristConfig config, ContractRegistry registry, Journal journal) {
        super(name, config, registry, journal, Map.of());
    }

    @Override
    protected void sendAll(List<Outgoing> all) throws InterruptedException {
        for (Outgoing outgoing : all) {
            awaitTime(outgoing.at());
            send(outgoing);
        }
        producer.flush();
    }

    /** Sends at once and waits until they are acknowledged. */
    void sendNow(List<Outgoing> all) {
        all.forEach(this::send);
        producer.flush();
        requireSuccess();
    }

    private void send(Outgoing outgoing) {
        Future<RecordMetadata> unusedAsTheCallbackSeesIt = producer.send(record(outgoing), (written, failed) -> {
            if (failed == null) {
                journal.acknowledged(
                        written.topic(), written.partition(), written.offset(), System.currentTimeMillis());
            } else {
                failed(failed);
            }
        });
    }
}
