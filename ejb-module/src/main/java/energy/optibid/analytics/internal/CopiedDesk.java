package energy.optibid.analytics.internal;

import energy.optibid.analytics.internal.clickhouse.ClickHouseDesk;
import energy.optibid.streaming.LoggedEvent;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Bids, results and forecasts of all organisations, each read as its organisation: all of them, and those of the run that
 * an event tells of.
 */
final class CopiedDesk implements CopyPart {
    private static final String RUN = "bid-run";

    private final ClickHouseCalls calls;
    private final ClickHouseDesk copy;
    private final OrganisationReading database;

    CopiedDesk(ClickHouseCalls calls, ClickHouseDesk copy, OrganisationReading database) {
        this.calls = calls;
        this.copy = copy;
        this.database = database;
    }

    static List<UUID> organisations(Connection connection) throws SQLException {
        List<UUID> all = new ArrayList<>();
        try (PreparedStatement select =
                        connection.prepareStatement("select id from optibid_organisations('', 2147483647)");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                all.add(rows.getObject(1, UUID.class));
            }
        }
        return all;
    }

    @Override
    public long fill(long position) {
        long rows = 0;
        for (UUID organisation : database.organisations()) {
            for (MonthSum month : months(organisation)) {
                rows += add(organisation, month.place(), position);
            }
        }
        return rows;
    }

    @Override
    public void take(List<LoggedEvent> events) {
        events.stream()
                .filter(event -> event.aggregateType().equals(RUN))
                // Its rows as they are now, and so with its last event.
                .collect(Collectors.toMap(LoggedEvent::aggregateId, Function.identity(), (first, later) -> later))
                .values()
                .forEach(event -> event.organisationId().ifPresent(organisation -> addRun(organisation, event)));
    }

    private void addRun(UUID organisation, LoggedEvent event) {
        UUID run = UUID.fromString(event.aggregateId());
        for (DeskTable table : DeskTable.values()) {
            List<String> rows =
                    database.readAs(organisation, connection -> new StoredDesk(connection).ofRun(table, run));
            add(table, rows, event.position());
        }
    }

    @Override
    public List<MonthSum> stored() {
        Map<CopiedMonth, MonthSum> sums = database.organisations().stream()
                .flatMap(organisation -> months(organisation).stream())
                .collect(Collectors.toMap(MonthSum::place, Function.identity(), MonthSum::plus));
        return List.copyOf(sums.values());
    }

    private List<MonthSum> months(UUID organisation) {
        return database.readAs(organisation, connection -> {
            List<MonthSum> all = new ArrayList<>();
            for (DeskTable table : DeskTable.values()) {
                all.addAll(new StoredDesk(connection).months(table));
            }
            return all;
        });
    }

    @Override
    public List<MonthSum> copied() {
        return Arrays.stream(DeskTable.values())
                .flatMap(table -> calls.call(() -> copy.months(table)).stream())
                .toList();
    }

    @Override
    public void repair(CopiedMonth place, long position) {
        DeskTable.named(place.table()).ifPresent(table -> {
            calls.run(() -> copy.remove(table, place.series(), place.month()));
            database.organisations().forEach(organisation -> add(organisation, place, position));
        });
    }

    private int add(UUID organisation, CopiedMonth place, long position) {
        DeskTable table = DeskTable.named(place.table()).orElseThrow();
        List<String> rows = database.readAs(
                organisation, connection -> new StoredDesk(connection).ofMonth(table, place.series(), place.month()));
        add(table, rows, position);
        return rows.size();
    }

    private void add(DeskTable table, List<String> rows, long position) {
        if (!rows.isEmpty()) {
            calls.run(() -> copy.add(table, rows, position));
        }
    }
}
