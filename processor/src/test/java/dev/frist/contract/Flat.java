package dev.frist.contract;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;

/** All values of a structure by the names on the way to them, whichever side it is of. */
final class Flat {

    private final Map<String, String> values = new TreeMap<>();

    private Flat() {}

    static Map<String, String> ofAvro(Object value) {
        return of(value);
    }

    static Map<String, String> ofRecord(Record value) {
        return of(value);
    }

    private static Map<String, String> of(Object value) {
        Flat flat = new Flat();
        flat.add("", value);
        return flat.values;
    }

    private void add(String path, Object value) {
        if (value instanceof IndexedRecord avro) {
            for (Schema.Field field : avro.getSchema().getFields()) {
                add(path + "/" + field.name(), avro.get(field.pos()));
            }
        } else if (value instanceof Record domain) {
            for (RecordComponent component : domain.getClass().getRecordComponents()) {
                add(path + "/" + component.getName(), component(domain, component));
            }
        } else if (value instanceof Collection<?> items) {
            int index = 0;
            for (Object item : items) {
                add(path + "/" + index++, item);
            }
            values.put(path + "/size", Integer.toString(index));
        } else if (value instanceof Map<?, ?> map) {
            map.forEach((key, item) -> add(path + "/" + key, item));
        } else {
            values.put(path, value instanceof Instant instant ? "" + instant.toEpochMilli() : String.valueOf(value));
        }
    }

    private static Object component(Record domain, RecordComponent component) {
        try {
            return component.getAccessor().invoke(domain);
        } catch (ReflectiveOperationException impossible) {
            throw new LinkageError(component + " cannot be read", impossible);
        }
    }
}
