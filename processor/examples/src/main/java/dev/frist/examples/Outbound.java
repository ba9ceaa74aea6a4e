package dev.frist.examples;

import java.time.Instant;

/** Where messages go: mail, a merchant's inbox, a web hook. */
public interface Outbound {

    /**
     * Delivers a message. Called again with the same {@link Message#id()} and audience after a failure, and must not
     * deliver it a second time then.
     *
     * @return when it was delivered; the first time, where it was delivered before
     */
    Instant deliver(Message message);
}
