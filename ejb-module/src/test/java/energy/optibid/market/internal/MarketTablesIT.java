package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import energy.optibid.market.NoRulesException;
import energy.optibid.market.Product;
import energy.optibid.market.ProductNotTradedException;
import energy.optibid.market.RuleSet;
import energy.optibid.market.UnknownProductException;
import energy.optibid.market.UnknownZoneException;
import energy.optibid.market.Zone;
import energy.optibid.quantity.MarketTimeUnit;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MarketTablesIT {
    private Connection connection;
    private MarketTables tables;

    @BeforeEach
    void connect() throws SQLException {
        connection = MarketPostgres.shared().connect();
        tables = new MarketTables(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void rulesShouldFollowTheDeliveryDayWhenTheMarketChanged() throws SQLException {
        RuleSet oldCap = tables.rules("SDAC", LocalDate.of(2022, 5, 9));
        RuleSet hourly = tables.rules("SDAC", LocalDate.of(2025, 9, 30));
        RuleSet quarterly = tables.rules("SDAC", LocalDate.of(2025, 10, 1));

        assertThat(oldCap.orders().maxPrice()).isEqualByComparingTo("3000");
        assertThat(hourly.orders().maxPrice()).isEqualByComparingTo("4000");
        assertThat(hourly.timeUnit()).isEqualTo(MarketTimeUnit.HOUR);
        assertThat(quarterly.timeUnit()).isEqualTo(MarketTimeUnit.QUARTER_HOUR);
        assertThat(quarterly.gateClosure(LocalDate.of(2025, 10, 1))).isEqualTo(Instant.parse("2025-09-30T10:00:00Z"));
        assertThat(quarterly.resultTime(LocalDate.of(2025, 10, 1))).isEqualTo(Instant.parse("2025-09-30T10:45:00Z"));
        assertThat(quarterly.verified()).isFalse();
    }

    @Test
    void rulesShouldNameTheDayWhenThereAreNone() {
        assertThatThrownBy(() -> tables.rules("SDAC", LocalDate.of(2009, 12, 31)))
                .isInstanceOf(NoRulesException.class)
                .hasMessageContaining("2009-12-31");
        assertThatThrownBy(() -> tables.rules("SDAQ", LocalDate.of(2020, 1, 1)))
                .isInstanceOf(UnknownProductException.class);
    }

    @Test
    void ruleSetsShouldNotOverlap() throws SQLException {
        try (Connection administrator = MarketPostgres.shared().administrator();
                Statement statement = administrator.createStatement()) {
            assertThatThrownBy(() -> statement.execute("""
                            insert into rule_sets (product_id, valid_from, valid_to, time_zone, minutes, gate_closure, min_price,
                                max_price, price_tick, quantity_step_mw, currency, curve, order_kinds)
                            select product_id, '2025-09-30', '2025-10-01', time_zone, minutes, gate_closure, min_price,
                                max_price, price_tick, quantity_step_mw, currency, curve, order_kinds
                              from rule_sets where id = 1
                            """)).hasMessageContaining("rule_sets_no_overlap_ex");
        }
    }

    @Test
    void productsShouldNameTheirZones() throws SQLException {
        assertThat(tables.products()).extracting(Product::code).contains("SDAC", "N2EX");
        assertThat(tables.products().stream().filter(p -> p.code().equals("SDAC")))
                .singleElement()
                .satisfies(sdac -> assertThat(sdac.zoneCodes())
                        .contains("DE_LU", "DE_AT_LU", "NO1", "IT_NORD", "NP")
                        .doesNotContain("GB"));
        assertThat(tables.zones())
                .filteredOn(Zone::systemPrice)
                .extracting(Zone::code)
                .containsExactly("IN_MCP", "NP");
        assertThat(tables.zone("GB").currency()).isEqualTo("GBP");
        assertThatThrownBy(() -> tables.zone("XX")).isInstanceOf(UnknownZoneException.class);
    }

    @Test
    void tradedShouldRefuseZoneWhenProductIsNotTradedThere() throws SQLException {
        assertThat(tables.traded("SDAC", "DE_LU")).isEqualTo(new MarketTables.Traded(1, 1));
        assertThatThrownBy(() -> tables.traded("SDAC", "GB")).isInstanceOf(ProductNotTradedException.class);
    }

    @Test
    void ensurePartitionsShouldMakeEachMonthOnce() throws SQLException {
        assertThat(ensure("prices", "2031-12-31T23:00:00Z", "2032-02-01T00:00:00Z"))
                .isEqualTo(3);
        assertThat(ensure("prices", "2031-12-01T00:00:00Z", "2032-03-31T23:59:59Z"))
                .isEqualTo(1);
        assertThatThrownBy(() -> ensure("users", "2031-12-01T00:00:00Z", "2032-03-01T00:00:00Z"))
                .hasMessageContaining("no partitioned series");
    }

    private int ensure(String table, String first, String last) throws SQLException {
        try (var call =
                connection.prepareStatement("select market_ensure_partitions(?, ?::timestamptz, ?::timestamptz)")) {
            call.setString(1, table);
            call.setString(2, first);
            call.setString(3, last);
            try (var row = call.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }
}
