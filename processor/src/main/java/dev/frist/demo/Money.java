package dev.frist.demo;

import java.util.Locale;

/** Amounts for people. */
final class Money {

    private static final long MINOR = 100;

    private Money() {}

    /** An amount of kronor, such as {@code 1,299.00}; the argument in öre. */
    static String kronor(long minor) {
        return String.format(Locale.ROOT, "%,d.%02d", minor / MINOR, Math.abs(minor % MINOR));
    }
}
