package dev.frist.experiments.check;

import dev.frist.domain.fact.Position;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What was found so far. */
final class Findings {

    private final List<Finding> all = new ArrayList<>();

    void add(Kind kind, @Nullable String orderId, String detail, Position... where) {
        all.add(new Finding(kind, orderId, detail, List.of(where)));
    }

    List<Finding> all() {
        return List.copyOf(all);
    }
}
