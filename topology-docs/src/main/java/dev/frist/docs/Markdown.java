package dev.frist.docs;

import java.util.Arrays;
import java.util.List;

/** A Markdown document in the making; what is put into it as text is escaped where it would read as something else. */
final class Markdown {

    private static final String MADE_FROM_THE_CODE =
            "<!-- Made from the code by `" + Documents.COMMAND + "`: change the code, not this file. -->\n\n";

    private final StringBuilder text = new StringBuilder(MADE_FROM_THE_CODE);

    static Markdown titled(String title) {
        return new Markdown().heading(1, title);
    }

    Markdown heading(int level, String title) {
        return raw("#".repeat(level) + " " + title + "\n\n");
    }

    /** A paragraph, written as Markdown. */
    Markdown paragraph(String markdown) {
        return raw(markdown.strip() + "\n\n");
    }

    Markdown fenced(String language, String content) {
        return raw("```" + language + "\n" + content.strip() + "\n```\n\n");
    }

    Markdown image(String description, String file) {
        return raw("![" + description + "](" + file + ")\n\n");
    }

    /** A table; cells are Markdown without line breaks or bars of their own. */
    Markdown table(List<String> heads, List<List<String>> rows) {
        raw(row(heads)).raw(row(heads.stream().map(head -> "---").toList()));
        rows.forEach(cells -> raw(row(cells)));
        return raw("\n");
    }

    private static String row(List<String> cells) {
        return "| " + String.join(" | ", cells) + " |\n";
    }

    Markdown raw(String markdown) {
        text.append(markdown);
        return this;
    }

    Document as(String path) {
        return new Document(path, text.toString().stripTrailing() + "\n");
    }

    /** Plain text as a cell of a table. */
    static String cell(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace("|", "\\|")
                .replaceAll("\\s+", " ")
                .strip();
    }

    /** Text that may hold code spans, as Javadoc and settings have them, as a cell: only bars and breaks are escaped. */
    static String spans(String markdown) {
        return Arrays.stream(markdown.split("(?<=`)|(?=`)", -1))
                .reduce(new Spans(), Spans::take, (one, other) -> one)
                .toString();
    }

    static String code(String plain) {
        return plain.isEmpty() ? "" : "`" + plain.replace("|", "\\|") + "`";
    }

    static String link(String label, String target) {
        return "[" + label + "](" + target + ")";
    }

    /** Outside of code spans a less-than sign would begin a tag. */
    private static final class Spans {

        private final StringBuilder text = new StringBuilder();
        private boolean inCode;

        Spans take(String part) {
            if (part.equals("`")) {
                inCode = !inCode;
                text.append(part);
            } else {
                String cell = part.replace("|", "\\|").replaceAll("\\s+", " ");
                text.append(inCode ? cell : cell.replace("&", "&amp;").replace("<", "&lt;"));
            }
            return this;
        }

        @Override
        public String toString() {
            return text.toString().strip();
        }
    }
}
