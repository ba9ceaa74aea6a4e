package dev.frist.experiments.check;

import dev.frist.domain.fact.Event;
import dev.frist.domain.fact.Position;
import dev.frist.experiments.record.Input;
import org.jspecify.annotations.Nullable;

/**
 * An input record and what it says.
 *
 * @param event null where its bytes are no event
 */
record Taken(Input input, @Nullable Event event) {

    Position position() {
        return input.record().position();
    }
}
