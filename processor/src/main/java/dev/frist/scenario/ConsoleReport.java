package dev.frist.scenario;

import dev.frist.scenario.FieldRow.Side;
import dev.frist.scenario.TopicDifference.Pair;
import java.io.PrintWriter;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Help.Ansi;

/**
 * Says how files fared: a line for each, and for a failure what was expected beside what came, within 120 columns.
 * Differing fields are marked with {@code ≠}, a record without a counterpart with {@code −} (missing) or {@code +} (not
 * expected), or with what {@link Marks} has in their place, so that colour only repeats what can be read without it.
 */
public final class ConsoleReport {

    private static final int FIELD = 24;
    private static final int COLUMN = 42;

    /** What is shown of a record that nobody expected; the rest would bury it. */
    private static final Set<String> TELLING = Set.of(
            "type",
            "ground",
            "returnId",
            "decidedAt",
            "amount",
            "deadline.due",
            "orderId",
            "eventId",
            "reason",
            "explanation.code");

    private final PrintWriter out;
    private final Ansi ansi;
    private final Marks marks;
    private int passed;
    private int failed;

    /** Writes to {@code out}, in colour where {@code ansi} says so. */
    public ConsoleReport(PrintWriter out, Ansi ansi, Marks marks) {
        this.out = out;
        this.ansi = ansi;
        this.marks = marks;
    }

    /** Reports one file. */
    public void add(ScenarioResult result) {
        String name = result.name().isEmpty() ? "" : "  " + result.name();
        if (result.passed()) {
            passed++;
            out.println(styled("green", marks.passed() + " ") + result.file() + styled("faint", name));
        } else {
            failed++;
            out.println(styled("red,bold", marks.failed() + " " + result.file()) + name);
            result.problems().forEach(problem -> out.println("    " + problem));
            result.differences().forEach(difference -> report(difference, result.zone()));
        }
        out.flush();
    }

    /** Ends the report with the two figures, alone on their line. */
    public void end() {
        out.println(passed + " passed, " + failed + " failed");
        out.flush();
    }

    private void report(TopicDifference difference, ZoneId zone) {
        out.println("    " + styled("bold", difference.topic().fieldName()) + ": " + difference.expected()
                + " expected, " + difference.actual() + " came");
        out.println("      " + pad("", FIELD + 2) + styled("underline", pad("expected", COLUMN)) + "   "
                + styled("underline", pad("came", COLUMN)));
        int number = 0;
        for (Pair pair : difference.pairs()) {
            number++;
            out.println("      " + heading(number, pair));
            if (pair.differs()) {
                shown(pair).forEach(row -> report(row, zone));
            }
        }
    }

    private String heading(int number, Pair pair) {
        String where = pair.line() == 0 ? "" : " (line " + pair.line() + ")";
        if (!pair.differs()) {
            return styled("faint", number + where + " as expected");
        }
        if (pair.has(Side.EXPECTED_ONLY)) {
            return styled("red", number + where + " did not come");
        }
        return pair.has(Side.ACTUAL_ONLY)
                ? styled("red", number + " was not expected")
                : styled("bold", number + where);
    }

    private static List<FieldRow> shown(Pair pair) {
        return pair.has(Side.ACTUAL_ONLY)
                ? pair.rows().stream()
                        .filter(row ->
                                TELLING.contains(row.path()) || row.path().startsWith("lines."))
                        .toList()
                : pair.rows();
    }

    private void report(FieldRow row, ZoneId zone) {
        String mark = switch (row.side()) {
            case BOTH -> row.differs() ? marks.differs() : " ";
            case EXPECTED_ONLY -> marks.missing();
            case ACTUAL_ONLY -> marks.extra();
        };
        List<String> names = wrap(row.path(), FIELD);
        List<String> left = wrap(row.side() == Side.ACTUAL_ONLY ? "" : FlowYaml.of(row.expected(), zone), COLUMN);
        List<String> right = wrap(row.side() == Side.EXPECTED_ONLY ? "" : FlowYaml.of(row.actual(), zone), COLUMN);
        int height = Math.max(names.size(), Math.max(left.size(), right.size()));
        for (int i = 0; i < height; i++) {
            String name = pad(line(names, i), FIELD);
            String wanted = pad(line(left, i), COLUMN);
            String came = line(right, i);
            String flag = i == 0 ? mark : " ";
            out.println((row.differs()
                            ? "      " + styled("red", flag) + " " + name + styled("green", wanted) + "   "
                                    + styled("red", came)
                            : "        " + name + wanted + "   " + came)
                    .stripTrailing());
        }
    }

    private static String line(List<String> lines, int index) {
        return index < lines.size() ? lines.get(index) : "";
    }

    /** Breaks after a space where there is one, and anywhere else where there is none. */
    private static List<String> wrap(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int cut = space > width / 2 ? space : width;
            lines.add(rest.substring(0, cut));
            rest = rest.substring(cut).stripLeading();
        }
        lines.add(rest);
        return lines;
    }

    private static String pad(String text, int width) {
        return text.length() >= width ? text : text + " ".repeat(width - text.length());
    }

    private String styled(String style, String text) {
        if (!ansi.enabled() || text.isEmpty()) {
            return text;
        }
        Ansi.IStyle[] styles = Ansi.Style.parse(style);
        return Ansi.Style.on(styles) + text + Ansi.Style.off(styles);
    }
}
