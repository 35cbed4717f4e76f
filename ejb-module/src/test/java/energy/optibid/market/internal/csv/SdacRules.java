package energy.optibid.market.internal.csv;

import energy.optibid.market.RuleSet;
import energy.optibid.quantity.MarketTimeUnit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** The rules of the European day-ahead auction, as the changelog has them. */
final class SdacRules {
    static final LocalDate CAP_4000 = LocalDate.of(2022, 5, 10);
    static final LocalDate QUARTERS = LocalDate.of(2025, 10, 1);
    static final List<RuleSet> ALL = List.of(
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
                LocalTime.of(12, 0),
                LocalTime.of(12, 45),
                new BigDecimal("-500"),
                new BigDecimal(maxPrice),
                new BigDecimal("0.01"),
                new BigDecimal("0.1"),
                200,
                "EUR",
                false,
                "test");
    }
}
