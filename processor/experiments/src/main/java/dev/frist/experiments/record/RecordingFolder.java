package dev.frist.experiments.record;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.frist.domain.fact.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A recording in a folder of its own, so that it can be checked again without the brokers: records as Avro files, the rest
 * as JSON.
 */
public final class RecordingFolder {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SETTINGS = "settings.json";
    private static final String SCHEMAS = "schemas.json";
    private static final String INPUTS = "inputs.avro";
    private static final String LOST = "acknowledged-but-not-there.json";
    private static final String OUTPUTS = "outputs.avro";
    private static final String ORDERS = "order-facts.avro";
    private static final String WINDOWS = "handling-windows.avro";

    private RecordingFolder() {}

    /** Writes a recording; the folder is made where there is none. */
    public static void save(Recording recording, Path folder) throws IOException {
        Files.createDirectories(folder);
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve(SETTINGS).toFile(), recording.settings());
        JSON.writeValue(folder.resolve(SCHEMAS).toFile(), recording.schemas());
        JSON.writeValue(folder.resolve(LOST).toFile(), lost(recording));
        RecordFiles.write(folder.resolve(INPUTS), recording.inputs());
        RecordFiles.write(folder.resolve(OUTPUTS), bare(recording.outputs()));
        RecordFiles.write(folder.resolve(ORDERS), bare(recording.orders()));
        RecordFiles.write(folder.resolve(WINDOWS), bare(recording.windows()));
    }

    /** Reads a recording that {@link #save} wrote. */
    public static Recording load(Path folder) throws IOException {
        List<Input> inputs = RecordFiles.read(folder.resolve(INPUTS));
        Map<Position, Long> acknowledged = new HashMap<>();
        for (Acknowledged each :
                JSON.readValue(folder.resolve(LOST).toFile(), new TypeReference<List<Acknowledged>>() {})) {
            acknowledged.put(new Position(each.topic(), each.partition(), each.offset()), each.at());
        }
        for (Input input : inputs) {
            if (input.acknowledgedAt() != Input.NEVER) {
                acknowledged.put(input.record().position(), input.acknowledgedAt());
            }
        }
        return new Recording(
                JSON.readValue(folder.resolve(SETTINGS).toFile(), RunSettings.class),
                inputs,
                acknowledged,
                records(folder.resolve(OUTPUTS)),
                records(folder.resolve(ORDERS)),
                records(folder.resolve(WINDOWS)),
                JSON.readValue(folder.resolve(SCHEMAS).toFile(), new TypeReference<Map<Integer, String>>() {}));
    }

    /** Should be empty: what producers were told lies in a topic, and does not. */
    private record Acknowledged(String topic, int partition, long offset, long at) {}

    private static List<Acknowledged> lost(Recording recording) {
        Map<Position, Long> lost = new HashMap<>(recording.acknowledged());
        recording.inputs().forEach(input -> lost.remove(input.record().position()));
        List<Acknowledged> all = new ArrayList<>();
        lost.forEach((at, when) -> all.add(new Acknowledged(at.topic(), at.partition(), at.offset(), when)));
        return all;
    }

    private static List<Input> bare(List<TopicRecord> records) {
        return records.stream().map(record -> new Input(record, Input.NEVER)).toList();
    }

    private static List<TopicRecord> records(Path file) throws IOException {
        return RecordFiles.read(file).stream().map(Input::record).toList();
    }
}
