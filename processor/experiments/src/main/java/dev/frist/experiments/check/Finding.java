package dev.frist.experiments.check;

import dev.frist.domain.fact.Position;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Something that is wrong.
 *
 * @param orderId the order it is about; null where it is about none
 * @param detail what is wrong, with both sides where two differ
 * @param where the records that show it
 */
public record Finding(Kind kind, @Nullable String orderId, String detail, List<Position> where) {

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(kind.name());
        if (orderId != null) {
            text.append(" order ").append(orderId);
        }
        text.append(": ").append(detail);
        for (Position position : where) {
            text.append(" [")
                    .append(position.topic())
                    .append('-')
                    .append(position.partition())
                    .append('@')
                    .append(position.offset())
                    .append(']');
        }
        return text.toString();
    }
}
