package energy.optibid.liquibase;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table for a terminal: columns side by side, a long cell on several lines. */
final class TextTable {
    private static final int WIDEST = 48;
    private static final String GAP = "  ";

    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... heads) {
        add(heads);
        add(Arrays.stream(heads).map(head -> "-".repeat(head.length())).toArray(String[]::new));
    }

    void add(String... cells) {
        rows.add(List.of(cells));
    }

    @Override
    public String toString() {
        int[] widths = IntStream.range(0, rows.get(0).size())
                .map(column -> rows.stream()
                        .flatMap(row -> lines(row.get(column)).stream())
                        .mapToInt(String::length)
                        .max()
                        .orElse(0))
                .toArray();
        return rows.stream().map(row -> printed(row, widths)).collect(Collectors.joining("\n"));
    }

    private static String printed(List<String> row, int[] widths) {
        List<List<String>> cells = row.stream().map(TextTable::lines).toList();
        int height = cells.stream().mapToInt(List::size).max().orElse(1);
        return IntStream.range(0, height)
                .mapToObj(line -> IntStream.range(0, widths.length)
                        .mapToObj(column -> padded(cells.get(column), line, widths[column]))
                        .collect(Collectors.joining(GAP))
                        .stripTrailing())
                .collect(Collectors.joining("\n"));
    }

    private static String padded(List<String> cell, int line, int width) {
        String text = line < cell.size() ? cell.get(line) : "";
        return text + " ".repeat(width - text.length());
    }

    /** Broken at blanks where there are any. */
    private static List<String> lines(String cell) {
        List<String> lines = new ArrayList<>();
        String rest = cell;
        while (rest.length() > WIDEST) {
            int blank = rest.lastIndexOf(' ', WIDEST);
            int end = blank > 0 ? blank : WIDEST;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
