package energy.optibid.market.internal;

import energy.optibid.market.NoRulesException;
import energy.optibid.market.QualityQuery;
import energy.optibid.market.QualityReport;
import energy.optibid.market.RuleSet;
import energy.optibid.market.SeriesQuality;
import energy.optibid.market.TooManySeriesException;
import energy.optibid.market.internal.quality.QualitySeries;
import energy.optibid.market.internal.quality.SeriesInspection;
import energy.optibid.market.internal.quality.TradingDay;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Reads what a report is asked for, one series after the other, each in a stream. */
public final class QualityReading {
    private final Connection connection;
    private final QualityQuery query;
    private final Instant now;

    public QualityReading(Connection connection, QualityQuery query, Instant now) {
        this.connection = connection;
        this.query = query;
        this.now = now;
    }

    /** See the facade for what it throws. */
    public QualityReport report() throws SQLException {
        QualityTable table = new QualityTable(connection, query.productCode(), query.zoneCode());
        List<TradingDay> days = days();
        List<SeriesQuality> series = new ArrayList<>();
        for (String name : names(table)) {
            series.add(look(table, name, days));
        }
        RuleSet last = days.get(days.size() - 1).rules();
        return new QualityReport(query, last.timeZone(), last.currency(), now, series);
    }

    private SeriesQuality look(QualityTable table, String name, List<TradingDay> days) throws SQLException {
        SeriesInspection inspection =
                new SeriesInspection(new QualitySeries(name), days, now, query.frozen(), query.mostFindings());
        table.read(name, days.get(0).start(), days.get(days.size() - 1).end(), inspection::accept);
        return inspection.finish();
    }

    private List<String> names(QualityTable table) throws SQLException {
        List<String> names = query.series().isEmpty() ? table.series(QualityQuery.MOST_SERIES + 1) : query.series();
        if (names.size() > QualityQuery.MOST_SERIES) {
            throw new TooManySeriesException(query.zoneCode(), QualityQuery.MOST_SERIES);
        }
        return names;
    }

    private List<TradingDay> days() throws SQLException {
        List<RuleSet> rules = new MarketTables(connection).allRules(query.productCode());
        return query.firstDeliveryDate()
                .datesUntil(query.lastDeliveryDate().plusDays(1))
                .map(date -> day(rules, date))
                .toList();
    }

    private TradingDay day(List<RuleSet> rules, LocalDate date) {
        return rules.stream()
                .filter(each -> each.appliesOn(date))
                .findFirst()
                .map(each -> TradingDay.of(each, date))
                .orElseThrow(() -> new NoRulesException(query.productCode(), date));
    }
}
