package dev.frist.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that somebody who mistyped probably meant. */
public final class NearestName {

    private NearestName() {}

    /** The nearest of the candidates, if one is near enough to be a slip of the fingers. */
    public static Optional<String> to(String mistyped, Collection<String> candidates) {
        return candidates.stream()
                .min(Comparator.comparingInt((String candidate) -> distance(mistyped, candidate))
                        .thenComparing(Comparator.naturalOrder()))
                .filter(candidate -> distance(mistyped, candidate) <= Math.max(2, mistyped.length() / 4));
    }

    /** Levenshtein's: how many letters must be put in, left out or replaced. */
    private static int distance(String from, String to) {
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }
}
