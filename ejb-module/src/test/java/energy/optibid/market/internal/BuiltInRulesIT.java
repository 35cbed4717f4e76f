package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.market.Gate;
import energy.optibid.market.RuleItem;
import energy.optibid.market.RuleSet;
import energy.optibid.market.RuleSource;
import energy.optibid.quantity.DeliveryPeriod;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Properties of every rule set of the changelog, on every day of 18 years. */
class BuiltInRulesIT {
    private static final LocalDate FIRST = LocalDate.of(2013, 1, 1);
    private static final LocalDate END = LocalDate.of(2031, 1, 1);

    private Connection connection;
    private List<RuleSet> rules;

    @BeforeEach
    void connect() throws SQLException {
        connection = MarketPostgres.shared().connect();
        rules = new RuleTable(connection).all();
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void thereShouldBeTheRulesOfNineProducts() {
        assertThat(rules.stream().map(RuleSet::productCode).distinct())
                .containsExactly(
                        "CAISO_DA",
                        "ERCOT_DAM",
                        "IEX_DAM",
                        "IEX_RTM",
                        "MISO_DA",
                        "N2EX",
                        "NORDIC_MFRR_EAM",
                        "PJM_DA",
                        "SDAC");
        assertThat(rules).hasSize(13);
    }

    @Test
    void everyPartShouldHaveOneSourceAndTheRulesBeSound() {
        assertThat(rules).allSatisfy(set -> {
            assertThat(set.sources()).extracting(RuleSource::item).containsExactly(RuleItem.values());
            assertThat(new RuleCheck(set).findings()).isEmpty();
        });
    }

    @Test
    void everyPeriodShouldBelongToOneTradingDay() {
        for (RuleSet set : rules) {
            Instant end = set.day(FIRST).start();
            for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
                for (DeliveryPeriod period : set.day(day).periods(set.timeUnit())) {
                    assertThat(period.start())
                            .as("%s %s", set.productCode(), day)
                            .isEqualTo(end);
                    assertThat(LocalDate.ofInstant(period.start(), set.timeZone()))
                            .isEqualTo(day);
                    end = period.end();
                }
                assertThat(end).isEqualTo(set.day(day).end());
            }
        }
    }

    @Test
    void theGatesOfADayShouldSellEachOfItsPeriodsOnceAndCloseBefore() {
        for (RuleSet set : rules) {
            for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
                check(set, day);
            }
        }
    }

    private static void check(RuleSet set, LocalDate day) {
        Instant sold = set.day(day).start();
        List<Gate> gates = set.gates(day);
        for (Gate gate : gates) {
            assertThat(gate.delivery().start())
                    .as("%s %s", set.productCode(), day)
                    .isEqualTo(sold);
            assertThat(gate.closes()).isBefore(gate.delivery().start());
            assertThat(gate.opens().stream()).allMatch(gate.closes()::isAfter);
            assertThat(gate.results().stream()).noneMatch(gate.closes()::isAfter);
            assertThat(gate.delivery().duration().toMinutes() % set.timeUnit().minutes())
                    .isZero();
            sold = gate.delivery().end();
        }
        assertThat(sold).isEqualTo(set.day(day).end());
        assertThat(set.gateClosure(day)).isEqualTo(gates.get(0).closes());
    }

    @Test
    void aDayWithRulesShouldHaveOneRuleSetOfAProduct() {
        List<String> several = new ArrayList<>();
        for (LocalDate day = FIRST; day.isBefore(END); day = day.plusDays(1)) {
            LocalDate at = day;
            Stream<String> products =
                    rules.stream().filter(set -> set.appliesOn(at)).map(RuleSet::productCode);
            List<String> names = products.toList();
            if (names.stream().distinct().count() < names.size()) {
                several.add(day + " " + names);
            }
        }
        assertThat(several).isEmpty();
    }

    @Test
    void daysShouldHaveThePeriodsOfTheirMarket() {
        assertThat(periods("SDAC", "2026-03-29", "2026-03-30", "2026-10-25")).containsExactly(92, 96, 100);
        assertThat(periods("SDAC", "2025-09-30", "2025-10-01")).containsExactly(24, 96);
        assertThat(periods("ERCOT_DAM", "2026-03-08", "2026-11-01")).containsExactly(23, 25);
        assertThat(periods("MISO_DA", "2026-03-08", "2026-11-01"))
                .as("Eastern standard time all year")
                .containsExactly(24, 24);
        assertThat(periods("IEX_DAM", "2026-03-29", "2026-10-25")).containsExactly(96, 96);
    }

    private List<Integer> periods(String product, String... days) {
        return Stream.of(days)
                .map(LocalDate::parse)
                .map(day -> on(product, day)
                        .day(day)
                        .periods(on(product, day).timeUnit())
                        .size())
                .toList();
    }

    @Test
    void gatesShouldBeThoseThatTheMarketStates() {
        assertThat(on("NORDIC_MFRR_EAM", LocalDate.of(2026, 3, 29)).gates(LocalDate.of(2026, 3, 29)))
                .hasSize(96)
                .first()
                .satisfies(gate -> {
                    assertThat(gate.opens()).contains(Instant.parse("2026-02-27T00:00:00Z"));
                    assertThat(gate.closes()).isEqualTo("2026-03-28T23:15:00Z");
                });
        assertThat(on("IEX_RTM", LocalDate.of(2026, 3, 29)).gates(LocalDate.of(2026, 3, 29)))
                .hasSize(48)
                .last()
                .satisfies(gate -> {
                    assertThat(gate.delivery().start()).isEqualTo("2026-03-29T18:00:00Z");
                    assertThat(gate.opens()).contains(Instant.parse("2026-03-29T16:45:00Z"));
                    assertThat(gate.closes()).isEqualTo("2026-03-29T17:00:00Z");
                });
        assertThat(on("ERCOT_DAM", LocalDate.of(2026, 3, 8)).gateClosure(LocalDate.of(2026, 3, 8)))
                .isEqualTo("2026-03-07T16:00:00Z");
    }

    private RuleSet on(String product, LocalDate day) {
        return rules.stream()
                .filter(set -> set.productCode().equals(product) && set.appliesOn(day))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void resultsOfASessionShouldBeKnownWhenItsGateHasClosed() {
        RuleSet realTime = on("IEX_RTM", LocalDate.of(2026, 3, 29));

        assertThat(realTime.resultTime(LocalDate.of(2026, 3, 29), Instant.parse("2026-03-29T10:15:00Z")))
                .as("the second quarter-hour of a session")
                .isEqualTo("2026-03-29T09:00:00Z");
    }

    @Test
    void comingGatesShouldBeTheNextOfEachProduct() {
        Instant now = Instant.parse("2026-03-28T11:00:00Z");
        List<Gate> gates = new ComingGates(rules, now).next(2);

        assertThat(gates).hasSize(18).isSortedAccordingTo((a, b) -> a.closes().compareTo(b.closes()));
        assertThat(gates).allSatisfy(gate -> assertThat(gate.closes()).isAfter(now));
        assertThat(gates.stream()
                        .filter(gate -> gate.productCode().equals("SDAC"))
                        .map(Gate::deliveryDate))
                .as("the gate for the 29th closes at this instant")
                .containsExactly(LocalDate.of(2026, 3, 30), LocalDate.of(2026, 3, 31));
        assertThat(gates.get(0)).satisfies(next -> {
            assertThat(next.productCode()).isEqualTo("NORDIC_MFRR_EAM");
            assertThat(Duration.between(now, next.closes())).hasMinutes(15);
        });
    }
}
