package dev.frist.state;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/** The words of an enumeration as the symbols of the state's schema, by name: the order of words may change, bytes not. */
final class Symbols<E extends Enum<E>> {

    private final List<E> words = new ArrayList<>();
    private final Map<E, Integer> indexes;

    private Symbols(Class<E> type) {
        indexes = new EnumMap<>(type);
    }

    /**
     * Pairs an enumeration with that of the same simple name in the schema, or of another name.
     *
     * @throws IllegalArgumentException where the schema has a symbol that is no word
     */
    static <E extends Enum<E>> Symbols<E> of(Class<E> type) {
        return named(type, type.getSimpleName());
    }

    static <E extends Enum<E>> Symbols<E> named(Class<E> type, String name) {
        Symbols<E> symbols = new Symbols<>(type);
        for (String symbol : OrderSchemas.enumeration(name).getEnumSymbols()) {
            E word = Enum.valueOf(type, symbol);
            symbols.indexes.put(word, symbols.words.size());
            symbols.words.add(word);
        }
        return symbols;
    }

    void write(Encoder out, E word) throws IOException {
        out.writeEnum(Objects.requireNonNull(indexes.get(word), () -> "no symbol for " + word));
    }

    E read(Decoder in) throws IOException {
        return words.get(in.readEnum());
    }
}
