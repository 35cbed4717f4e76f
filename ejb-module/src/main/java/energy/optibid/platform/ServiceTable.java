package energy.optibid.platform;

import java.util.ArrayList;
import java.util.List;

/** The table that closes the start-up log: service, state, where it is configured, what that means. */
public final class ServiceTable {
    private static final List<String> HEADINGS = List.of("service", "state", "configured at", "features");

    private ServiceTable() {}

    public static String of(List<ServiceReport> reports) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(HEADINGS);
        for (ServiceReport report : reports) {
            String sign = report.state() == ServiceState.AVAILABLE ? "+ " : "- ";
            rows.add(List.of(
                    report.name().label(), report.state().code(), report.configuredAt(), sign + report.effect()));
        }
        StringBuilder table = new StringBuilder();
        rows.forEach(row -> table.append(System.lineSeparator()).append(line(row, rows)));
        return table.toString();
    }

    private static String line(List<String> row, List<List<String>> rows) {
        StringBuilder line = new StringBuilder(" ");
        for (int column = 0; column < row.size(); column++) {
            line.append(' ').append(row.get(column));
            if (column < row.size() - 1) {
                line.append(" ".repeat(width(rows, column) - row.get(column).length() + 1));
            }
        }
        return line.toString();
    }

    private static int width(List<List<String>> rows, int column) {
        return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0);
    }
}
