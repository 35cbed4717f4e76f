package energy.optibid.market;

import energy.optibid.quantity.MarketTimeUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The rules of the European day-ahead auction, as the changelog has them. */
public final class SdacRules {
    public static final LocalDate CAP_4000 = LocalDate.of(2022, 5, 10);
    public static final LocalDate QUARTERS = LocalDate.of(2025, 10, 1);
    public static final List<RuleSet> ALL = List.of(
            rules(LocalDate.of(2010, 1, 1), Optional.of(CAP_4000), MarketTimeUnit.HOUR, "3000"),
            rules(CAP_4000, Optional.of(QUARTERS), MarketTimeUnit.HOUR, "4000"),
            rules(QUARTERS, Optional.empty(), MarketTimeUnit.QUARTER_HOUR, "4000"));

    private SdacRules() {}

    private static RuleSet rules(LocalDate from, Optional<LocalDate> to, MarketTimeUnit unit, String maxPrice) {
        return new RuleSet(
                "SDAC",
                from,
                to,
                ZoneId.of("Europe/Brussels"),
                unit,
                "EUR",
                new AuctionTimes(
                        OptionalInt.empty(),
                        Optional.empty(),
                        GateTime.parse("D-1 12:00"),
                        Optional.of(GateTime.parse("D-1 12:45"))),
                new OrderRules(
                        new BigDecimal("-500"),
                        new BigDecimal(maxPrice),
                        new BigDecimal("0.01"),
                        Optional.empty(),
                        Optional.empty(),
                        new BigDecimal("0.1"),
                        CurveKind.LINEAR,
                        OptionalInt.of(200),
                        List.of(OrderKind.CURVE)),
                List.of(new RuleSource(RuleItem.PERIODS, false, "test")));
    }
}
