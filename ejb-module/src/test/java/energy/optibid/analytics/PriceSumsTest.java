package energy.optibid.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class PriceSumsTest {
    private static final Instant START = Instant.parse("2024-01-10T00:00:00Z");

    @Test
    void meanAndVolatilityShouldWeighByTime() {
        PriceSums sums = of(45, "10").plus(of(15, "50"));

        assertThat(sums.meanPrice()).isEqualByComparingTo("20");
        // The square root of 0.75 * 10 squared + 0.25 * 30 squared.
        assertThat(sums.volatility()).isEqualByComparingTo("17.320508");
        assertThat(sums.minPrice()).isEqualByComparingTo("10");
        assertThat(sums.maxPrice()).isEqualByComparingTo("50");
        assertThat(sums.periods()).isEqualTo(2);
    }

    @Test
    void volatilityShouldBeZeroWhenThePriceNeverChanges() {
        PriceSums sums = of(60, "33.33").plus(of(60, "33.33")).plus(of(15, "33.33"));

        assertThat(sums.volatility()).isEqualByComparingTo("0");
        assertThat(sums.meanPrice()).isEqualByComparingTo("33.33");
    }

    @Test
    void sumsShouldBeEqualWhateverZerosStandBehindThem() {
        assertThat(of(60, "10.0")).isEqualTo(of(60, "10.000"));
    }

    private static PriceSums of(long minutes, String price) {
        BigDecimal value = new BigDecimal(price);
        BigDecimal weighted = value.multiply(BigDecimal.valueOf(minutes));
        return new PriceSums("AT", START, 1, minutes, value, value, weighted, weighted.multiply(value), START, false);
    }
}
