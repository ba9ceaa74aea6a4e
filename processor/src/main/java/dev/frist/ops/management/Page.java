package dev.frist.ops.management;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.UncheckedIOException;

/**
 * What is answered.
 *
 * @param status of HTTP
 * @param type media type
 */
public record Page(int status, String type, String body) {

    static final int OK = 200;

    private static final JsonMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
            .build();

    /** Plain text. */
    public static Page text(int status, String body) {
        return new Page(status, "text/plain; charset=utf-8", body);
    }

    /** An object as JSON in one line; instants and lengths of time as ISO 8601 has them. */
    public static Page json(int status, Object body) {
        return json(status, body, JSON.writer());
    }

    /** The same over many lines, for people. */
    public static Page indentedJson(int status, Object body) {
        return json(status, body, JSON.writerWithDefaultPrettyPrinter());
    }

    private static Page json(int status, Object body, ObjectWriter writer) {
        try {
            return new Page(status, "application/json", writer.writeValueAsString(body) + "\n");
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
