package energy.optibid.seed;

import energy.optibid.market.CsvMapping;
import energy.optibid.market.ImportReport;
import energy.optibid.market.MarketDataImports;
import energy.optibid.market.MarketSimulation;
import energy.optibid.market.PriceSimulator;
import energy.optibid.market.RuleSet;
import energy.optibid.market.SimulatedPeriod;
import energy.optibid.platform.Actor;
import energy.optibid.quantity.MarketTimeUnit;
import energy.optibid.seed.PriceBlocks.Block;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import javax.sql.DataSource;

/**
 * Simulated prices, a year of a zone in one import: with its roll-ups, its audit entry and its event. Quarter-hours
 * throughout, also before the market traded any.
 */
final class SeededPrices {
    static final String PRODUCT = "SDAC";
    private static final int CHARACTERS_A_LINE = 48;

    private static final String STORED = """
            select coalesce((select sum(d.periods) from price_days d
                              where d.product_id = p.id and d.zone_id = z.id and d.delivery_date between ? and ?), 0),
                   exists (select from market_data_imports i
                            where i.product_id = p.id and i.zone_id = z.id and not i.simulated
                              and i.delivery_from < ? and i.delivery_to > ?)
              from products p, zones z
             where p.code = ? and z.code = ?""";

    private final DataSource database;
    private final MarketDataImports imports;
    private final RuleSet rules;

    SeededPrices(DataSource database, MarketDataImports imports, RuleSet rules) {
        this.database = database;
        this.imports = imports;
        this.rules = rules.in(MarketTimeUnit.QUARTER_HOUR);
    }

    /** How many prices a block is to have: a year with one change of the clock has an hour more or less. */
    long size(Block block) {
        Duration year = Duration.between(
                rules.day(block.first()).start(), rules.day(block.last()).end());
        return year.dividedBy(MarketTimeUnit.QUARTER_HOUR.duration());
    }

    /**
     * Adds the prices of a block unless all of them, or any that were not simulated, are there.
     *
     * @param fundamentals whether consumption, wind and sun are added too
     * @return how many prices were added
     */
    long add(Block block, boolean fundamentals) throws SQLException {
        if (isStored(block)) {
            return 0;
        }
        ImportReport report = imports.importCsv(
                Actor.system(),
                mapping(block.zone(), fundamentals),
                new ByteArrayInputStream(csv(block).toString().getBytes(StandardCharsets.US_ASCII)));
        return report.pricesStored();
    }

    private boolean isStored(Block block) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(STORED)) {
            select.setObject(1, block.first());
            select.setObject(2, block.last());
            select.setObject(3, rules.day(block.last()).end().atOffset(ZoneOffset.UTC));
            select.setObject(4, rules.day(block.first()).start().atOffset(ZoneOffset.UTC));
            select.setString(5, PRODUCT);
            select.setString(6, block.zone());
            try (ResultSet row = select.executeQuery()) {
                return row.next() && (row.getLong(1) >= size(block) || row.getBoolean(2));
            }
        }
    }

    private static CsvMapping mapping(String zone, boolean fundamentals) {
        CsvMapping.Builder mapping = CsvMapping.of(PRODUCT, zone, "time", ZoneOffset.UTC)
                .price("price")
                .minutes(MarketTimeUnit.QUARTER_HOUR.minutes())
                .simulated();
        return fundamentals
                ? mapping.fundamental("load", "load")
                        .fundamental("wind-solar", "wind-solar")
                        .build()
                : mapping.build();
    }

    private StringBuilder csv(Block block) {
        PriceSimulator simulator = new PriceSimulator(block.zone(), MarketSimulation.DEMO_SEED);
        StringBuilder csv = new StringBuilder(Math.toIntExact(size(block)) * CHARACTERS_A_LINE);
        csv.append("time,price,load,wind-solar\n");
        for (LocalDate day = block.first(); !day.isAfter(block.last()); day = day.plusDays(1)) {
            for (SimulatedPeriod period : simulator.day(rules, day)) {
                csv.append(period.period().start()).append(',');
                csv.append(period.price().toPlainString()).append(',');
                csv.append(period.loadMw().toPlainString()).append(',');
                csv.append(period.windSolarMw().toPlainString()).append('\n');
            }
        }
        return csv;
    }
}
