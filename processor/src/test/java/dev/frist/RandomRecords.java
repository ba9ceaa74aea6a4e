package dev.frist;

import dev.frist.domain.policy.Window;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Fills records of the domain with values of which no two are alike, so that a test sees fields that were mixed up. */
public final class RandomRecords {

    private final Random random;
    private final Map<Class<?>, List<?>> only = new HashMap<>();
    private final Set<Class<?>> never = new HashSet<>();
    private int strings;

    public RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    /** Of that enumeration only these words. */
    public <E extends Enum<E>> RandomRecords only(Class<E> type, List<E> words) {
        only.put(type, words);
        return this;
    }

    /** Where another record of a sealed interface can stand, never one of that class. */
    public RandomRecords never(Class<? extends Record> type) {
        never.add(type);
        return this;
    }

    /** A record of that class, in which what may be null sometimes is. */
    public <T extends Record> T next(Class<T> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = mayBeNull(components[i]) && random.nextInt(4) == 0
                        ? null
                        : value(components[i].getGenericType());
            }
            Constructor<T> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException failed) {
            throw new LinkageError(type + " cannot be filled", failed);
        }
    }

    /** The records that implement a sealed interface, wherever they are below it. */
    public static List<Class<? extends Record>> recordsOf(Class<?> sealed) {
        if (sealed.isRecord()) {
            return List.of(sealed.asSubclass(Record.class));
        }
        return Arrays.stream(sealed.getPermittedSubclasses())
                .flatMap(type -> recordsOf(type).stream())
                .toList();
    }

    private static boolean mayBeNull(RecordComponent component) {
        AnnotatedElement type = component.getAnnotatedType();
        return type.isAnnotationPresent(Nullable.class);
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            return collection(generic);
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isEnum()) {
            List<?> words = only.getOrDefault(raw, List.of(raw.getEnumConstants()));
            return words.get(random.nextInt(words.size()));
        }
        if (raw.isRecord()) {
            return next(raw.asSubclass(Record.class));
        }
        if (raw == Window.class) {
            return random.nextBoolean()
                    ? new Window.Days(Period.ofDays(random.nextInt(1000)))
                    : new Window.Exact(Duration.ofMillis(random.nextInt() & Integer.MAX_VALUE));
        }
        if (raw.isSealed()) {
            List<Class<? extends Record>> records = recordsOf(raw).stream()
                    .filter(record -> !never.contains(record))
                    .toList();
            return next(records.get(random.nextInt(records.size())));
        }
        return simple(raw);
    }

    private Object simple(Class<?> raw) {
        if (raw == String.class) {
            return "s" + strings++;
        }
        if (raw == long.class || raw == Long.class) {
            return random.nextInt(8) == 0 ? Long.MIN_VALUE : random.nextLong() >> random.nextInt(64);
        }
        if (raw == int.class || raw == Integer.class) {
            return random.nextInt() >> random.nextInt(32);
        }
        if (raw == boolean.class) {
            return random.nextBoolean();
        }
        if (raw == UUID.class) {
            return new UUID(random.nextLong(), random.nextLong());
        }
        if (raw == ZoneId.class) {
            return ZoneId.of(random.nextBoolean() ? "Europe/Stockholm" : "Asia/Tokyo");
        }
        if (raw == byte[].class) {
            byte[] bytes = (byte[]) Array.newInstance(byte.class, random.nextInt(20));
            random.nextBytes(bytes);
            return bytes;
        }
        throw new AssertionError("nothing known about " + raw);
    }

    private Object collection(ParameterizedType type) {
        Type[] arguments = type.getActualTypeArguments();
        int size = random.nextInt(4);
        if (type.getRawType() == Map.class) {
            Map<Object, Object> map = new LinkedHashMap<>();
            for (int i = 0; i < size; i++) {
                map.put(value(arguments[0]), value(arguments[1]));
            }
            return map;
        }
        List<Object> list = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            list.add(value(arguments[0]));
        }
        return type.getRawType() == Set.class ? Collections.unmodifiableSet(new LinkedHashSet<>(list)) : list;
    }
}
