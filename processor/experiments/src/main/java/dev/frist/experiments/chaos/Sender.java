package dev.frist.experiments.chaos;

import dev.frist.config.FristConfig;
import dev.frist.contract.ContractCodec;
import dev.frist.contract.ContractRegistry;
import dev.frist.experiments.history.Outgoing;
import dev.frist.experiments.record.Journal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** A producer that sends records when their time has come, and writes down what it was told. */
abstract class Sender implements AutoCloseable {

    private static final Map<String, Object> PATIENT = Map.of(
            ProducerConfig.ACKS_CONFIG, "all",
            ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true,
            ProducerConfig.LINGER_MS_CONFIG, 5,
            ProducerConfig.MAX_REQUEST_SIZE_CONFIG, 4 << 20,
            // The producers are not what is to fail: they ride an outage out.
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG, 180_000,
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG, 5_000,
            ProducerConfig.MAX_BLOCK_MS_CONFIG, 180_000);

    protected final KafkaProducer<byte[], byte[]> producer;
    protected final Journal journal;
    private final String name;
    private final String prefix;
    private final ContractCodec codec;
    private final AtomicReference<@Nullable Exception> failure = new AtomicReference<>();
    private final AtomicInteger sent = new AtomicInteger();
    private final Thread thread;
    private List<Outgoing> records = List.of();

    Sender(String name, FristConfig config, ContractRegistry registry, Journal journal, Map<String, Object> more) {
        Map<String, Object> settings = new HashMap<>(Map.of(
                ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                String.valueOf(config.producer().get(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG)),
                ProducerConfig.CLIENT_ID_CONFIG,
                name));
        settings.putAll(PATIENT);
        settings.putAll(more);
        this.name = name;
        this.prefix = config.topicPrefix();
        this.codec = registry.codec();
        this.journal = journal;
        this.producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
        this.thread = new Thread(this::run, name);
        this.thread.setDaemon(true);
    }

    /** Sends these, in their order. */
    void start(List<Outgoing> all) {
        records = all;
        thread.start();
    }

    /**
     * Waits until all was sent and acknowledged.
     *
     * @throws ExperimentException where something was not
     */
    void await() throws InterruptedException {
        thread.join();
        requireSuccess();
    }

    /** How many records were sent. */
    int sent() {
        return sent.get();
    }

    void requireSuccess() {
        Exception failed = failure.get();
        if (failed != null) {
            throw new ExperimentException(name + " could not send: " + failed, failed);
        }
    }

    protected abstract void sendAll(List<Outgoing> all) throws InterruptedException;

    protected ProducerRecord<byte[], byte[]> record(Outgoing outgoing) {
        sent.incrementAndGet();
        return new ProducerRecord<>(
                prefix + outgoing.topic(),
                null,
                outgoing.timestamp(),
                outgoing.key(),
                outgoing.content().bytes((topic, value) -> codec.encode(prefix + topic, value)));
    }

    protected void failed(Exception exception) {
        failure.compareAndSet(null, exception);
    }

    /** Waits until a record's time has come. */
    protected static void awaitTime(long at) throws InterruptedException {
        long wait = at - System.currentTimeMillis();
        if (wait > 0) {
            Thread.sleep(wait);
        }
    }

    private void run() {
        try {
            sendAll(records);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException unsendable) {
            failed(unsendable);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        producer.close(java.time.Duration.ZERO);
    }
}
