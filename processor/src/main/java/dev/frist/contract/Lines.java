package dev.frist.contract;

import dev.frist.domain.fact.LineQuantity;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Lists, which both sides have, and some of which may be absent. */
final class Lines {

    private Lines() {}

    /** Immutable, since facts are kept. */
    static <F, T> List<T> each(List<F> from, Function<F, T> mapping) {
        List<T> mapped = new ArrayList<>(from.size());
        for (F item : from) {
            mapped.add(mapping.apply(item));
        }
        return List.copyOf(mapped);
    }

    static @Nullable List<LineQuantity> read(@Nullable List<dev.frist.schema.LineQuantity> lines) {
        return lines == null ? null : each(lines, Lines::read);
    }

    static LineQuantity read(dev.frist.schema.LineQuantity line) {
        return new LineQuantity(line.getLineId(), line.getQuantity());
    }

    static @Nullable List<dev.frist.schema.LineQuantity> write(@Nullable List<LineQuantity> lines) {
        return lines == null ? null : each(lines, Lines::write);
    }

    static dev.frist.schema.LineQuantity write(LineQuantity line) {
        return new dev.frist.schema.LineQuantity(line.lineId(), line.quantity());
    }
}
