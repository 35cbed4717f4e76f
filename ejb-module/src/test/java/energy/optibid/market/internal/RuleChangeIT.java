package energy.optibid.market.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import energy.optibid.market.AuctionTimes;
import energy.optibid.market.CurveKind;
import energy.optibid.market.GateTime;
import energy.optibid.market.OrderKind;
import energy.optibid.market.OrderRules;
import energy.optibid.market.RuleItem;
import energy.optibid.market.RuleSet;
import energy.optibid.market.RuleSetNotFoundException;
import energy.optibid.market.RuleSetsOverlapException;
import energy.optibid.market.RuleSource;
import energy.optibid.market.RulesInForceException;
import energy.optibid.market.RulesRefusedException;
import energy.optibid.market.UnknownProductException;
import energy.optibid.quantity.MarketTimeUnit;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Changes of rules, at 10:59 of a winter's day in Brussels, a minute before the gate. */
class RuleChangeIT {
    private static final Instant NOW = Instant.parse("2026-11-27T10:59:00Z");
    private static final LocalDate TOMORROW = LocalDate.of(2026, 11, 28);

    private Connection connection;
    private RuleChange change;
    private MarketTables markets;

    @BeforeEach
    void connect() throws SQLException {
        connection = MarketPostgres.shared().connect();
        change = new RuleChange(connection, NOW);
        markets = new MarketTables(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.rollback();
        connection.close();
    }

    @Test
    void addShouldKeepEveryFieldAndEndTheRulesThatWereInForce() throws SQLException {
        RuleSet wanted = rules("SDAC", TOMORROW, Optional.empty());

        Optional<RuleSet> before = change.add(wanted);

        assertThat(before).map(RuleSet::validFrom).contains(LocalDate.of(2025, 10, 1));
        assertThat(markets.rules("SDAC", TOMORROW)).isEqualTo(wanted);
        assertThat(markets.rules("SDAC", TOMORROW.minusDays(1)))
                .isEqualTo(before.orElseThrow().until(TOMORROW));
    }

    @Test
    void addShouldKeepWhatIsAbsentAbsent() throws SQLException {
        RuleSet full = rules("SDAC", TOMORROW, Optional.empty());
        RuleSet wanted = new RuleSet(
                "SDAC",
                TOMORROW,
                Optional.of(TOMORROW.plusDays(2)),
                full.timeZone(),
                full.timeUnit(),
                full.currency(),
                new AuctionTimes(OptionalInt.empty(), Optional.empty(), GateTime.parse("D-1 12:00"), Optional.empty()),
                new OrderRules(
                        full.orders().minPrice(),
                        full.orders().maxPrice(),
                        full.orders().priceTick(),
                        Optional.empty(),
                        Optional.empty(),
                        full.orders().quantityStepMw(),
                        CurveKind.STEP,
                        OptionalInt.empty(),
                        List.of(OrderKind.CURVE)),
                full.sources());

        change.add(wanted);

        assertThat(markets.rules("SDAC", TOMORROW)).isEqualTo(wanted);
        assertThat(wanted.resultTime(TOMORROW)).as("as of gate closure").isEqualTo("2026-11-27T11:00:00Z");
    }

    @Test
    void addShouldRefuseADayWhoseGateHasClosed() {
        assertThatThrownBy(() -> change.add(rules("SDAC", TOMORROW.minusDays(1), Optional.empty())))
                .isInstanceOf(RulesInForceException.class)
                .hasMessageContaining("2026-11-27")
                .hasMessageContaining("2026-11-26T11:00:00Z");
    }

    @Test
    void addShouldTakeDaysOfThePastThatHadNoRules() throws SQLException {
        RuleSet old = rules("SDAC", LocalDate.of(2008, 1, 1), Optional.of(LocalDate.of(2010, 1, 1)));

        assertThat(change.add(old)).isEmpty();

        assertThat(markets.allRules("SDAC").get(0)).isEqualTo(old);
    }

    @Test
    void addShouldRefuseRulesThatRunIntoOthers() throws SQLException {
        assertThatThrownBy(() -> change.add(rules("SDAC", LocalDate.of(2008, 1, 1), Optional.empty())))
                .isInstanceOf(RuleSetsOverlapException.class)
                .hasMessageContaining("end on 2010-01-01 or earlier");
        assertThatThrownBy(() -> change.add(rules("SDAC", LocalDate.of(2025, 10, 1), Optional.empty())))
                .isInstanceOf(RuleSetsOverlapException.class)
                .hasMessageContaining("another day");
        change.end("SDAC", LocalDate.of(2025, 10, 1), LocalDate.of(2027, 1, 1));
        assertThatThrownBy(() -> change.add(rules("SDAC", TOMORROW, Optional.of(TOMORROW.plusDays(3)))))
                .isInstanceOf(RuleSetsOverlapException.class)
                .hasMessageContaining("not end earlier");
    }

    @Test
    void addShouldNameEverythingThatIsWrong() {
        RuleSet sound = rules("SDAC", TOMORROW, Optional.of(TOMORROW));
        RuleSet wanted = new RuleSet(
                "SDAC",
                TOMORROW,
                Optional.of(TOMORROW),
                sound.timeZone(),
                sound.timeUnit(),
                "EURO",
                new AuctionTimes(
                        OptionalInt.of(20),
                        sound.times().opening(),
                        sound.times().closure(),
                        sound.times().results()),
                new OrderRules(
                        new BigDecimal("10.05"),
                        BigDecimal.TEN,
                        new BigDecimal("0.1"),
                        Optional.of(new BigDecimal("-1")),
                        Optional.empty(),
                        BigDecimal.ZERO,
                        CurveKind.LINEAR,
                        OptionalInt.of(0),
                        List.of(OrderKind.CURVE, OrderKind.CURVE)),
                sound.sources().subList(1, sound.sources().size()));

        assertThat(findings(wanted))
                .containsExactly(
                        "contradicts validTo",
                        "unknown-currency currency",
                        "out-of-range sessionMinutes",
                        "out-of-range quantityStepMw",
                        "off-step minPrice",
                        "contradicts maxPrice",
                        "out-of-range minQuantityMw",
                        "out-of-range maxCurvePoints",
                        "needed orderKinds",
                        "needed sources[of=periods]");
    }

    @Test
    void addShouldRefuseGatesThatCannotBeOnEveryDay() {
        assertThat(findings(gates("D-0 00:30", "D-1 12:00", "D-1 12:45"))).containsExactly("contradicts gateOpening");
        assertThat(findings(gates("D-1 10:00", "D-0 00:00", "D-0 01:00"))).containsExactly("contradicts gateClosure");
        assertThat(findings(gates("D-1 10:00", "D-1 12:00", "D-1 11:59"))).containsExactly("contradicts results");
        assertThat(findings(gates("D-90 10:00", "D-60 12:00", "D-1 11:59"))).containsExactly("contradicts gateClosure");
    }

    @Test
    void endShouldLeaveTheProductWithoutRulesFromThatDayOn() throws SQLException {
        RuleSet before = change.end("N2EX", LocalDate.of(2014, 1, 1), LocalDate.of(2027, 1, 1));

        assertThat(before.validTo()).isEmpty();
        assertThat(markets.allRules("N2EX"))
                .extracting(RuleSet::validTo)
                .containsExactly(Optional.of(LocalDate.of(2027, 1, 1)));
    }

    @Test
    void endShouldRefuseWhatIsNoEnd() {
        assertThatThrownBy(() -> change.end("SDAC", LocalDate.of(2025, 10, 1), TOMORROW.minusDays(1)))
                .isInstanceOf(RulesInForceException.class);
        assertThatThrownBy(() -> change.end("SDAC", LocalDate.of(2025, 10, 1), LocalDate.of(2025, 10, 1)))
                .isInstanceOf(RulesRefusedException.class);
        assertThatThrownBy(() -> change.end("SDAC", LocalDate.of(2022, 5, 10), LocalDate.of(2025, 10, 1)))
                .isInstanceOf(RulesRefusedException.class);
        assertThatThrownBy(() -> change.end("SDAC", LocalDate.of(2025, 10, 2), TOMORROW))
                .isInstanceOf(RuleSetNotFoundException.class);
        assertThatThrownBy(() -> change.end("SDAQ", LocalDate.of(2025, 10, 1), TOMORROW))
                .isInstanceOf(UnknownProductException.class);
    }

    private List<String> findings(RuleSet wanted) {
        RulesRefusedException refused = catchThrowableOfType(RulesRefusedException.class, () -> change.add(wanted));
        return refused.findings().stream()
                .map(finding -> finding.code() + " " + finding.field())
                .toList();
    }

    private static RuleSet gates(String opening, String closure, String results) {
        RuleSet sound = rules("SDAC", TOMORROW, Optional.empty());
        return new RuleSet(
                sound.productCode(),
                sound.validFrom(),
                sound.validTo(),
                sound.timeZone(),
                sound.timeUnit(),
                sound.currency(),
                new AuctionTimes(
                        OptionalInt.empty(),
                        Optional.of(GateTime.parse(opening)),
                        GateTime.parse(closure),
                        Optional.of(GateTime.parse(results))),
                sound.orders(),
                sound.sources());
    }

    private static RuleSet rules(String product, LocalDate from, Optional<LocalDate> to) {
        return new RuleSet(
                product,
                from,
                to,
                ZoneId.of("Europe/Brussels"),
                MarketTimeUnit.QUARTER_HOUR,
                "EUR",
                new AuctionTimes(
                        OptionalInt.of(60),
                        Optional.of(GateTime.parse("D-7 10:00")),
                        GateTime.parse("PT1H"),
                        Optional.of(GateTime.parse("PT30M"))),
                new OrderRules(
                        new BigDecimal("-600"),
                        new BigDecimal("5000"),
                        new BigDecimal("0.01"),
                        Optional.of(new BigDecimal("0.2")),
                        Optional.of(new BigDecimal("999")),
                        new BigDecimal("0.1"),
                        CurveKind.LINEAR,
                        OptionalInt.of(100),
                        List.of(OrderKind.CURVE, OrderKind.BLOCK)),
                Stream.of(RuleItem.values())
                        .map(item ->
                                new RuleSource(item, item == RuleItem.GATE, "Rule book of 2027, § 3: " + item.code()))
                        .toList());
    }
}
