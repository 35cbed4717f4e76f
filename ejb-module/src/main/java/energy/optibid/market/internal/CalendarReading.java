package energy.optibid.market.internal;

import energy.optibid.market.CalendarDay;
import energy.optibid.market.Holiday;
import energy.optibid.market.NoRulesException;
import energy.optibid.market.RuleSet;
import energy.optibid.market.internal.holidays.HolidayBook;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The trading days of one product, from its rules and the areas of its zones; see the facade for what it throws. */
public final class CalendarReading {
    private final Connection connection;
    private final HolidayBook holidays;
    private final String productCode;
    private final List<RuleSet> rules;

    public CalendarReading(Connection connection, HolidayBook holidays, String productCode) throws SQLException {
        this.connection = connection;
        this.holidays = holidays;
        this.productCode = productCode;
        MarketTables tables = new MarketTables(connection);
        tables.requireProduct(productCode);
        this.rules = tables.allRules(productCode);
    }

    /** Of all its zones, each once. */
    public List<String> areas() throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select distinct unnest(z.holiday_areas) area
                  from products p join product_zones pz on pz.product_id = p.id join zones z on z.id = pz.zone_id
                 where p.code = ? order by area
                """)) {
            select.setString(1, productCode);
            return Rows.list(select, row -> row.getString(1));
        }
    }

    public List<String> areasOf(String zoneCode) throws SQLException {
        int zone = new MarketTables(connection).traded(productCode, zoneCode).zoneId();
        try (PreparedStatement select = connection.prepareStatement(
                "select unnest(holiday_areas) area from zones where id = ? order by area")) {
            select.setInt(1, zone);
            return Rows.list(select, row -> row.getString(1));
        }
    }

    /** @param last included */
    public List<CalendarDay> days(LocalDate first, LocalDate last, List<String> areas) {
        Map<LocalDate, List<Holiday>> free = holidays.between(first, last, areas);
        return first.datesUntil(last.plusDays(1))
                .map(date -> day(on(date), date, free.getOrDefault(date, List.of())))
                .toList();
    }

    private RuleSet on(LocalDate date) {
        return rules.stream()
                .filter(each -> each.appliesOn(date))
                .findFirst()
                .orElseThrow(() -> new NoRulesException(productCode, date));
    }

    private static CalendarDay day(RuleSet rules, LocalDate date, List<Holiday> holidays) {
        return new CalendarDay(rules.day(date), rules.timeUnit(), rules.gates(date), holidays);
    }
}
