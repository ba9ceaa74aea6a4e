package dev.frist.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** Columns as wide as their widest cell, for a terminal and for tools that cut at spaces. */
public final class PlainTable {

    private static final String GAP = "  ";

    private final List<String[]> rows = new ArrayList<>();

    /** Begins with a row of headings. */
    public PlainTable(String... headings) {
        rows.add(headings);
    }

    /** Adds a row, with a cell for each heading. */
    public void row(String... cells) {
        rows.add(cells);
    }

    /** Prints all rows. */
    public void print(PrintWriter out) {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int i = 0; i < columns; i++) {
                widths[i] = Math.max(widths[i], row[i].length());
            }
        }
        for (String[] row : rows) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                line.append(row[i])
                        .append(" ".repeat(widths[i] - row[i].length()))
                        .append(GAP);
            }
            out.println(line.toString().stripTrailing());
        }
    }
}
