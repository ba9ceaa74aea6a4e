package dev.frist.ops.metrics;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Values of a tag that come from outside, of which there may be only so many: whoever may publish events could otherwise
 * make as many time series as he likes.
 */
final class BoundedValues {

    private final Set<String> known = ConcurrentHashMap.newKeySet();
    private final Predicate<String> isValue;
    private final int most;

    /** Those that are given, and no others. */
    static BoundedValues only(Collection<String> values) {
        BoundedValues only = new BoundedValues(0, value -> false);
        only.known.addAll(values);
        return only;
    }

    /**
     * The first so many that are met.
     *
     * @param isValue what counts as one at all
     */
    static BoundedValues first(int most, Predicate<String> isValue) {
        return new BoundedValues(most, isValue);
    }

    private BoundedValues(int most, Predicate<String> isValue) {
        this.most = most;
        this.isValue = isValue;
    }

    /** The value, or what stands in for it. */
    String of(String value) {
        return known.contains(value) || add(value) ? value : MeterTag.OTHER;
    }

    private synchronized boolean add(String value) {
        if (known.size() >= most || !isValue.test(value)) {
            return false;
        }
        return known.add(value) || known.contains(value);
    }
}
