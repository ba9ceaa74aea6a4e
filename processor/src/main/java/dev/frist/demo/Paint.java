package dev.frist.demo;

import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Help.Ansi.IStyle;
import picocli.CommandLine.Help.Ansi.Style;

/** Colours where the output is a terminal, and plain text everywhere else. */
final class Paint {

    private static final String CLEAR_LINE = "\r\u001B[2K";

    private final boolean terminal;
    private final int width;

    /**
     * Colours or none.
     *
     * @param width columns of the terminal; what is longer would wrap, and a wrapped line cannot be overwritten
     */
    Paint(Ansi ansi, int width) {
        this.terminal = ansi.enabled();
        this.width = width;
    }

    /** Whether lines can be overwritten. */
    boolean terminal() {
        return terminal;
    }

    String clearLine() {
        return terminal ? CLEAR_LINE : "";
    }

    /** As much of a plain text as fits on a line. */
    String fit(String text) {
        return terminal && text.length() >= width ? text.substring(0, width - 1) : text;
    }

    String bold(String text) {
        return with(text, Style.bold);
    }

    String dim(String text) {
        return with(text, Style.faint);
    }

    String good(String text) {
        return with(text, Style.fg_green);
    }

    String bad(String text) {
        return with(text, Style.fg_red, Style.bold);
    }

    String notable(String text) {
        return with(text, Style.fg_yellow);
    }

    String calm(String text) {
        return with(text, Style.fg_cyan);
    }

    private String with(String text, IStyle... styles) {
        return terminal ? Style.on(styles) + text + Style.off(styles) : text;
    }
}
