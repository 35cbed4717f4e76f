package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The months that a node makes when it starts. */
class MonthsAheadIT {

    @Test
    void monthsOfPricesAndFundamentalsShouldBeMadeAhead() {
        YearMonth now = YearMonth.now(ZoneOffset.UTC);
        List<String> wanted = Stream.of("prices", "fundamentals")
                .flatMap(table -> Stream.iterate(now, month -> month.plusMonths(1))
                        .limit(3)
                        .map(month -> "%s_%d_%02d".formatted(table, month.getYear(), month.getMonthValue())))
                .toList();

        assertThat(ServerUnderTest.database()
                        .texts("select inhrelid::regclass::text from pg_inherits"
                                + " where inhparent in ('prices'::regclass, 'fundamentals'::regclass)"))
                .containsAll(wanted);
    }
}
