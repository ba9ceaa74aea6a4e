package dev.frist.examples;

import dev.frist.schema.Explanation;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words of one's own, from the code and the parameters of an explanation. */
final class Texts {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM", Locale.ENGLISH).withZone(ZoneId.of("Europe/Stockholm"));

    private Texts() {}

    // region: wording
    /** A text for a merchant; what has no wording here is told as the decision itself tells it. */
    static String of(Explanation explanation) {
        Map<String, String> parameters = explanation.getParameters();
        return switch (explanation.getCode()) {
            case "RETURN_OPENED" ->
                "Return %s: please credit or refuse it by %s."
                        .formatted(parameters.get("returnId"), day(parameters.get("dueAt")));
            case "DEADLINE_APPROACHING" ->
                "Return %s: %s is still open, and a dispute opens after %s."
                        .formatted(parameters.get("returnId"), parameters.get("amount"), day(parameters.get("dueAt")));
            default -> explanation.getText();
        };
    }
    // endregion

    private static String day(@Nullable String at) {
        return at == null ? "a day to be named" : DAY.format(Instant.parse(at));
    }
}
