package dev.frist.domain.property;

import dev.frist.domain.decision.Decision;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Monotone sequence: per return 1, 2, 3 … over all topics, and ids that anybody can compute. */
final class SequenceProperty implements TraceProperty {

    @Override
    public String name() {
        return "sequences count 1, 2, 3 per return over all topics, and decisionIds are reproducible";
    }

    @Override
    public String violation(Trace trace) {
        Map<String, Integer> last = new HashMap<>();
        long clock = Long.MIN_VALUE;
        for (Decision decision : trace.decisions()) {
            String concerns = decision.orderId() + "/" + (decision.returnId() == null ? "" : decision.returnId());
            int expected = last.merge(concerns, 1, Integer::sum);
            if (decision.sequence() != expected) {
                return concerns + " published " + decision.sequence() + " where " + expected + " was due";
            }
            if (!decision.decisionId().equals(version5(namespace(), concerns + "/" + expected))) {
                return concerns + "/" + expected + " has the id " + decision.decisionId();
            }
            if (decision.decidedAt() < clock) {
                return concerns + "/" + expected + " was decided before the decision published ahead of it";
            }
            clock = decision.decidedAt();
        }
        return null;
    }

    private static UUID namespace() {
        return version5(UUID.fromString("6ba7b811-9dad-11d1-80b4-00c04fd430c8"), "frist");
    }

    private static UUID version5(UUID namespace, String name) {
        try {
            byte[] text = name.getBytes(StandardCharsets.UTF_8);
            ByteBuffer input = ByteBuffer.allocate(16 + text.length)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .put(text);
            byte[] hash = MessageDigest.getInstance("SHA-1").digest(input.array());
            hash[6] = (byte) ((hash[6] & 0x0F) | 0x50);
            hash[8] = (byte) ((hash[8] & 0x3F) | 0x80);
            ByteBuffer id = ByteBuffer.wrap(hash);
            return new UUID(id.getLong(), id.getLong());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
