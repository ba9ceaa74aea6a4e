package dev.frist.domain.verdict;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Names decisions so that a replay names them alike: UUIDv5 (RFC 9562) of {@code orderId/returnId/sequence} in the
 * namespace UUIDv5(URL, "frist").
 */
public final class DecisionIds {

    private static final UUID URL = UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8");

    /** The namespace of every decision. */
    public static final UUID NAMESPACE = version5(URL, "frist");

    private DecisionIds() {}

    /**
     * The id of a decision.
     *
     * @param returnId null, and then empty in the name, where the decision concerns no return
     */
    public static UUID of(String orderId, @Nullable String returnId, int sequence) {
        return version5(NAMESPACE, orderId + "/" + (returnId == null ? "" : returnId) + "/" + sequence);
    }

    private static UUID version5(UUID namespace, String name) {
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .array());
            ByteBuffer hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
            long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java platform has SHA-1", absent);
        }
    }
}
