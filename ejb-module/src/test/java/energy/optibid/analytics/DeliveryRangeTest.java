package energy.optibid.analytics;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.quantity.DeliveryDay;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveryRangeTest {
    private static final ZoneId BRUSSELS = ZoneId.of("Europe/Brussels");

    @Test
    void partsShouldBeTheRangeOneAfterTheOther() {
        LocalDate first = LocalDate.of(2024, 3, 1);

        List<DeliveryRange> parts = range(first, first.plusDays(249)).parts();

        assertThat(parts)
                .containsExactly(
                        range(first, first.plusDays(99)),
                        range(first.plusDays(100), first.plusDays(199)),
                        range(first.plusDays(200), first.plusDays(249)));
        assertThat(range(first, first.plusDays(99)).parts()).hasSize(1);
        assertThat(range(first, first).parts()).containsExactly(range(first, first));
        assertThat(parts.get(0).to()).isEqualTo(parts.get(1).from());
    }

    @Test
    void daysShouldHaveTheHoursOfTheClock() {
        DeliveryRange range = range(LocalDate.of(2024, 3, 30), LocalDate.of(2024, 4, 1));

        assertThat(range.days()
                        .map(day -> Duration.between(day.start(), day.end()).toHours()))
                .containsExactly(24L, 23L, 24L);
        assertThat(range.days().map(DeliveryDay::zone)).containsOnly(BRUSSELS);
        assertThat(range.from()).isEqualTo(Instant.parse("2024-03-29T23:00:00Z"));
        assertThat(range.to()).isEqualTo(Instant.parse("2024-04-01T22:00:00Z"));
    }

    private static DeliveryRange range(LocalDate first, LocalDate last) {
        return new DeliveryRange(first, last, BRUSSELS);
    }
}
