package dev.frist.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.io.Decoder;
import org.jspecify.annotations.Nullable;

/** What recurs in reading: lists, maps, what may be absent. What is read cannot be changed. */
final class In {

    private In() {}

    /** Reads one item. */
    interface Item<T> {
        T read(Decoder in) throws IOException;
    }

    static <T> List<T> list(Decoder in, Item<T> reader) throws IOException {
        List<T> items = new ArrayList<>();
        for (long count = in.readArrayStart(); count != 0; count = in.arrayNext()) {
            for (long i = 0; i < count; i++) {
                items.add(reader.read(in));
            }
        }
        return Collections.unmodifiableList(items);
    }

    static <T> Map<String, T> map(Decoder in, Item<T> reader) throws IOException {
        Map<String, T> items = new LinkedHashMap<>();
        for (long count = in.readMapStart(); count != 0; count = in.mapNext()) {
            for (long i = 0; i < count; i++) {
                items.put(in.readString(), reader.read(in));
            }
        }
        return Collections.unmodifiableMap(items);
    }

    static <T> @Nullable T optional(Decoder in, Item<T> reader) throws IOException {
        if (in.readIndex() == 0) {
            in.readNull();
            return null;
        }
        return reader.read(in);
    }

    static <T> @Nullable List<T> optionalList(Decoder in, Item<T> reader) throws IOException {
        return optional(in, present -> list(present, reader));
    }

    static List<String> strings(Decoder in) throws IOException {
        return list(in, Decoder::readString);
    }

    static Set<String> set(Decoder in) throws IOException {
        return Collections.unmodifiableSet(new LinkedHashSet<>(strings(in)));
    }

    /** An instant that may be "never". */
    static long instant(Decoder in, long never) throws IOException {
        if (in.readIndex() == 0) {
            in.readNull();
            return never;
        }
        return in.readLong();
    }
}
