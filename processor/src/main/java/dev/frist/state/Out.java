package dev.frist.state;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/** What recurs in writing: lists, maps, what may be absent. */
final class Out {

    private Out() {}

    /** Writes one item. */
    interface Item<T> {
        void write(Encoder out, T item) throws IOException;
    }

    static <T> void list(Encoder out, Collection<T> items, Item<T> writer) throws IOException {
        out.writeArrayStart();
        out.setItemCount(items.size());
        for (T item : items) {
            out.startItem();
            writer.write(out, item);
        }
        out.writeArrayEnd();
    }

    static <T> void map(Encoder out, Map<String, T> items, Item<T> writer) throws IOException {
        out.writeMapStart();
        out.setItemCount(items.size());
        for (Map.Entry<String, T> item : items.entrySet()) {
            out.startItem();
            out.writeString(item.getKey());
            writer.write(out, item.getValue());
        }
        out.writeMapEnd();
    }

    static <T> void optional(Encoder out, @Nullable T item, Item<T> writer) throws IOException {
        if (item == null) {
            out.writeIndex(0);
            out.writeNull();
        } else {
            out.writeIndex(1);
            writer.write(out, item);
        }
    }

    static <T> void optionalList(Encoder out, @Nullable Collection<T> items, Item<T> writer) throws IOException {
        optional(out, items, (encoder, present) -> list(encoder, present, writer));
    }

    static void string(Encoder out, String text) throws IOException {
        out.writeString(text);
    }

    static void strings(Encoder out, Collection<String> texts) throws IOException {
        list(out, texts, Out::string);
    }

    /** An instant that may be "never": the value that stands for it takes ten bytes, null takes one. */
    static void instant(Encoder out, long at, long never) throws IOException {
        if (at == never) {
            out.writeIndex(0);
            out.writeNull();
        } else {
            out.writeIndex(1);
            out.writeLong(at);
        }
    }
}
