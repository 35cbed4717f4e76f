package energy.optibid.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.quantity.CurveStep;
import energy.optibid.quantity.DeliveryPeriod;
import energy.optibid.quantity.MarketTimeUnit;
import energy.optibid.quantity.Side;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BidRulesTest {
    private final BidRules rules = new BidRules(limits(Optional.empty(), Optional.empty(), 3));

    private static TradingLimits limits(Optional<BigDecimal> least, Optional<BigDecimal> most, int points) {
        return new TradingLimits(
                new BigDecimal("-500"),
                new BigDecimal("4000"),
                new BigDecimal("0.01"),
                least,
                most,
                new BigDecimal("0.1"),
                points == 0 ? OptionalInt.empty() : OptionalInt.of(points),
                "EUR");
    }

    @Test
    void checkShouldFindNothingWhenABidKeepsEveryRule() {
        assertThat(check(Side.SELL, "-500@0.1", "4000@12.3")).isEmpty();
        assertThat(check(Side.BUY, "4000.00@1", "0@2", "-500@3")).isEmpty();
    }

    @Test
    void checkShouldNameThePlaceWhenAPriceIsOutOfRange() {
        List<Finding> findings = rules.check(List.of(bid(Side.SELL, "-500.01@1", "4000.01@1")));

        assertThat(findings).extracting(Finding::code).containsExactly("price-out-of-range", "price-out-of-range");
        assertThat(findings.get(1).path()).isEqualTo("bids[period=3,side=sell].steps[1].price");
        assertThat(findings.get(1).value()).isEqualTo("4000.01");
        assertThat(findings.get(1).message()).contains("-500").contains("4000 EUR/MWh");
    }

    @Test
    void checkShouldRefuseWhatIsOffTheTickOrTheQuantityStep() {
        assertThat(check(Side.SELL, "10.005@1")).containsExactly("price-off-tick");
        assertThat(check(Side.SELL, "10@1.05")).containsExactly("quantity-off-step");
    }

    @Test
    void checkShouldRefuseABidWithoutVolumeOrWithTooManyPoints() {
        assertThat(check(Side.BUY)).containsExactly("zero-volume");
        assertThat(check(Side.SELL, "1@1", "2@1", "3@1", "4@1")).containsExactly("too-many-curve-points");
    }

    @Test
    void checkShouldCompareTheQuantityOfAllStepsWithTheRange() {
        BidRules ranged = new BidRules(limits(Optional.of(BigDecimal.ONE), Optional.of(BigDecimal.TEN), 0));

        assertThat(ranged.check(List.of(bid(Side.SELL, "1@0.5", "2@0.5"), bid(Side.SELL, "1@5", "2@5"))))
                .isEmpty();
        assertThat(ranged.check(List.of(bid(Side.SELL, "1@0.5", "2@0.4"), bid(Side.BUY, "1@10.1"))))
                .extracting(finding -> finding.code() + " " + finding.value() + " " + finding.message())
                .containsExactly(
                        "quantity-out-of-range 0.9 The quantity of all steps together must be at least 1 MW.",
                        "quantity-out-of-range 10.1 The quantity of all steps together must be at most 10 MW.");
        assertThat(ranged.check(List.of(bid(Side.SELL, "1@1", "2@1", "3@1", "4@1"))))
                .as("no limit of points")
                .isEmpty();
    }

    @Test
    void checkShouldRefuseACurveThatIsNotMonotone() {
        assertThat(check(Side.SELL, "10@1", "10@1")).containsExactly("curve-not-monotone");
        assertThat(check(Side.BUY, "10@1", "11@1")).containsExactly("curve-not-monotone");
    }

    private List<String> check(Side side, String... steps) {
        return rules.check(List.of(bid(side, steps))).stream()
                .map(Finding::code)
                .toList();
    }

    /** @param steps each as price@quantity */
    private static Bid bid(Side side, String... steps) {
        return new Bid(
                new UUID(0, 1),
                3,
                DeliveryPeriod.of(Instant.parse("2016-01-04T01:00:00Z"), MarketTimeUnit.HOUR),
                side,
                Stream.of(steps).map(BidRulesTest::step).toList(),
                BidState.DRAFT,
                Optional.empty(),
                Optional.empty());
    }

    private static CurveStep step(String text) {
        int at = text.indexOf('@');
        return new CurveStep(new BigDecimal(text.substring(0, at)), new BigDecimal(text.substring(at + 1)));
    }
}
