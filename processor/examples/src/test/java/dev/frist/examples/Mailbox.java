package dev.frist.examples;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Delivers each message once, and can be made to fail. */
final class Mailbox implements Outbound {

    private final Map<Message, Instant> delivered = new ConcurrentHashMap<>();
    private final AtomicInteger failAfter = new AtomicInteger(Integer.MAX_VALUE);

    /** Delivers so many more, and then fails once. */
    void failAfter(int messages) {
        failAfter.set(messages);
    }

    @Override
    public Instant deliver(Message message) {
        if (failAfter.getAndDecrement() == 0) {
            throw new IllegalStateException("the mail server went away");
        }
        return delivered.computeIfAbsent(message, unused -> Instant.now());
    }

    List<Message> messages() {
        return List.copyOf(delivered.keySet());
    }
}
