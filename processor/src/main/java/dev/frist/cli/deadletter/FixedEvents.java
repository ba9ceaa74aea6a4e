package dev.frist.cli.deadletter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.frist.cli.CommandFailedException;
import dev.frist.deadletter.DeadLetterId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events that somebody mended, in the form in which they were exported. */
final class FixedEvents {

    private FixedEvents() {}

    /**
     * Reads a file of JSON lines, each with {@code id} and {@code event}.
     *
     * @return the event by the dead letter that it takes the place of, as JSON
     * @throws CommandFailedException where a line is wrong; says which
     */
    static Map<DeadLetterId, String> read(Path file) throws IOException {
        Map<DeadLetterId, String> events = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
            String place = file + ":" + (i + 1) + ": ";
            if (lines.get(i).isBlank()) {
                continue;
            }
            try {
                JsonNode line = Described.JSON.readTree(lines.get(i));
                if (!line.path("id").isTextual() || !line.path("event").isObject()) {
                    throw new CommandFailedException(place + "a line has `id`, and `event` as an object");
                }
                DeadLetterId id = DeadLetterId.parse(line.path("id").asText());
                if (events.put(id, line.path("event").toString()) != null) {
                    throw new CommandFailedException(place + id + " stands there twice");
                }
            } catch (JsonProcessingException | IllegalArgumentException wrong) {
                throw new CommandFailedException(place + wrong.getMessage(), wrong);
            }
        }
        return events;
    }
}
