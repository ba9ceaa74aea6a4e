package dev.frist.demo;

import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;

/**
 * The demo's output: lines that stay, and below them one line of progress. Where the output is no terminal the progress
 * is a line now and then.
 */
public final class Screen {

    private static final long PLAIN_PROGRESS_EVERY_MILLIS = 10_000;

    private final PrintWriter out;
    private final Paint paint;
    private String progress = "";
    private long lastPlainProgress = Long.MIN_VALUE;
    private boolean closed;

    /**
     * A screen on which {@code ansi} says whether there are colours and a line that is replaced.
     *
     * @param width columns of the terminal, if it is one
     */
    public Screen(PrintWriter out, Ansi ansi, int width) {
        this(out, new Paint(ansi, width));
    }

    Screen(PrintWriter out, Paint paint) {
        this.out = out;
        this.paint = paint;
    }

    Paint paint() {
        return paint;
    }

    /** Prints a line that stays. */
    public synchronized void line(String text) {
        if (closed) {
            return;
        }
        out.print(paint.clearLine() + text + System.lineSeparator());
        if (paint.terminal()) {
            out.print(progress);
        }
        out.flush();
    }

    /**
     * Replaces the progress line.
     *
     * @param at milliseconds from any moment, for the pace where lines cannot be replaced
     */
    synchronized void progress(String text, long at) {
        if (closed) {
            return;
        }
        if (paint.terminal()) {
            progress = paint.fit(text);
            out.print(paint.clearLine() + progress);
            out.flush();
        } else if (lastPlainProgress == Long.MIN_VALUE || at - lastPlainProgress >= PLAIN_PROGRESS_EVERY_MILLIS) {
            lastPlainProgress = at;
            out.println(text);
            out.flush();
        }
    }

    /** Takes the progress line away. */
    synchronized void endProgress() {
        if (!closed) {
            progress = "";
            out.print(paint.clearLine());
            out.flush();
        }
    }

    /** A last line, after which nothing is printed any more. */
    synchronized void close(String lastWords) {
        endProgress();
        line(lastWords);
        closed = true;
    }
}
