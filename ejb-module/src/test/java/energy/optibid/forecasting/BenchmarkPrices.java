package energy.optibid.forecasting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import energy.optibid.market.KnownPrice;
import energy.optibid.quantity.DeliveryDay;
import energy.optibid.quantity.DeliveryPeriod;
import energy.optibid.quantity.MarketTimeUnit;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * Hourly prices of the open-access benchmark (Lago et al. 2021). Their clock changes are repaired, so that every day
 * has 24 hours: a fixed offset.
 */
public final class BenchmarkPrices {
    public static final ZoneOffset ZONE = ZoneOffset.ofHours(1);

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    private final List<KnownPrice> prices;

    private BenchmarkPrices(List<KnownPrice> prices) {
        this.prices = prices;
    }

    /** Reads a market's prices, or skips the test where the folder of test data is not given. */
    public static BenchmarkPrices of(String market) {
        String folder = System.getProperty("optibid.testdata", "");
        assumeTrue(!folder.isBlank(), "the folder of test data is not given: -Doptibid.testdata=FOLDER");
        Path file = Path.of(folder, "epf", market + ".csv.gz");
        assertThat(file).exists();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return new BenchmarkPrices(
                    reader.lines().skip(1).map(BenchmarkPrices::price).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static KnownPrice price(String line) {
        int first = line.indexOf(',');
        int second = line.indexOf(',', first + 1);
        LocalDateTime time = LocalDateTime.parse(line.substring(0, first), TIME);
        return new KnownPrice(
                DeliveryPeriod.of(time.toInstant(ZONE), MarketTimeUnit.HOUR),
                new BigDecimal(line.substring(first + 1, second)),
                time.toLocalDate().minusDays(1).atTime(12, 45).toInstant(ZONE),
                false);
    }

    public static DeliveryDay day(LocalDate date) {
        return new DeliveryDay(date, ZONE);
    }

    /** The prices of the days from {@code from} until before {@code until}. */
    public List<KnownPrice> between(LocalDate from, LocalDate until) {
        return prices.subList(index(from), index(until));
    }

    private int index(LocalDate date) {
        Instant first = prices.get(0).period().start();
        return (int) Duration.between(first, day(date).start()).toHours();
    }
}
