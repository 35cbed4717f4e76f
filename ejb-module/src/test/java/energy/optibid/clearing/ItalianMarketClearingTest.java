package energy.optibid.clearing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import energy.optibid.clearing.ItalianMarket.ZoneHour;
import energy.optibid.quantity.CurveStep;
import energy.optibid.quantity.Side;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each zone by itself in 240 real hours, with what was published to flow out of it as a fixed net export. */
class ItalianMarketClearingTest {
    private static final int HOURS = 240;

    /** Published flows are rounded, so the published price may miss the balance of a zone by this much. */
    private static final BigDecimal SLACK_MWH = new BigDecimal("0.05");

    private static final BigDecimal TICK = new BigDecimal("0.01");

    private static List<ZoneHour> zoneHours = List.of();
    private static long noisyQuantities;

    private final ClearingHouse clearingHouse = new ClearingHouse();

    @BeforeAll
    static void readMarket() {
        String testData = System.getProperty("optibid.testdata", "");
        if (!testData.isBlank()) {
            ItalianMarket market = ItalianMarket.read(Path.of(testData));
            zoneHours = market.zoneHours();
            noisyQuantities = market.noisyQuantities();
        }
    }

    /** Not in the method above: there the tests would vanish from the report instead of being skipped in it. */
    @BeforeEach
    void requireMarket() {
        assumeFalse(
                System.getProperty("optibid.testdata", "").isBlank(),
                "the system property optibid.testdata names no folder of real market data");
    }

    @Test
    void zoneHoursShouldBeCompleteWhenRead() {
        assertThat(zoneHours).hasSize(HOURS * ItalianMarket.ZONES.size());
        for (String zone : ItalianMarket.ZONES) {
            assertThat(zoneHours).filteredOn(hour -> hour.zone().equals(zone)).hasSize(HOURS);
        }
    }

    @Test
    void clearShouldAgreeWithBruteForceWhenBooksAreReal() {
        List<String> failures = new ArrayList<>();
        int vertical = 0;
        for (ZoneHour hour : zoneHours) {
            ClearingResult fast = clearingHouse.clear(hour.book());
            BruteForceClearing.Outcome slow =
                    BruteForceClearing.clear(hour.book(), BruteForceClearing.everyOrderPrice(hour.book()));
            boolean volumeAgrees = fast.volumeMw().compareTo(slow.volumeMw()) == 0;
            boolean priceAgrees = fast.price().subtract(slow.price()).abs().compareTo(TICK) <= 0;
            if (!volumeAgrees || !priceAgrees) {
                failures.add(hour.name() + ": " + fast.volumeMw() + " MW at " + fast.price() + " against " + slow);
            }
            vertical += slow.lowest().compareTo(slow.highest()) < 0 ? 1 : 0;
        }
        print("%d hours × zones cleared by both, %d differ; the price is not unique in %d"
                .formatted(zoneHours.size(), failures.size(), vertical));
        assertThat(failures).isEmpty();
    }

    @Test
    void clearShouldSupportThePublishedPriceWhenFlowsAreRounded() {
        List<String> failures = new ArrayList<>();
        int exact = 0;
        int equal = 0;
        BigDecimal farthest = BigDecimal.ZERO;
        BigDecimal widest = BigDecimal.ZERO;
        for (ZoneHour hour : zoneHours) {
            ClearingResult result = clearingHouse.clear(hour.book());
            BigDecimal miss = imbalanceMwh(hour.book(), hour.publishedPrice());
            if (miss.compareTo(SLACK_MWH) > 0) {
                failures.add(hour.name() + ": published " + hour.publishedPrice() + " misses by " + miss + " MWh; ours "
                        + result.price() + " of " + result.supportingPrices());
            }
            exact += result.supportingPrices().contains(hour.publishedPrice()) ? 1 : 0;
            equal += result.price().compareTo(hour.publishedPrice()) == 0 ? 1 : 0;
            widest = widest.max(miss);
            farthest =
                    farthest.max(result.price().subtract(hour.publishedPrice()).abs());
        }
        print(("%d hours × zones against published prices: %d beyond the slack of %s MWh (worst miss %s MWh); "
                        + "without slack %d supported; %d equal ours, the farthest is %s EUR/MWh away")
                .formatted(zoneHours.size(), failures.size(), SLACK_MWH, widest, exact, equal, farthest));
        print("%d published quantities carried binary noise below 1E-9 MWh, rounded away".formatted(noisyQuantities));
        assertThat(failures).isEmpty();
    }

    @Test
    void clearShouldServeEverybodyWhenBooksAreReal() {
        assertThat(zoneHours).allSatisfy(hour -> {
            ClearingResult result = clearingHouse.clear(hour.book());
            assertThat(result.unservedMw()).isEqualByComparingTo("0");
            assertThat(result.netExportMw()).isEqualByComparingTo(hour.book().netExportMw());
        });
    }

    /** By how much supply and demand miss each other at a price, whatever those at the money do; zero if it supports. */
    private static BigDecimal imbalanceMwh(Book book, BigDecimal price) {
        BigDecimal least = book.netExportMw().negate();
        BigDecimal most = least;
        for (Order order : book.orders()) {
            boolean sale = order.side() == Side.SELL;
            for (CurveStep step : order.steps()) {
                BigDecimal mwh = sale ? step.quantityMw() : step.quantityMw().negate();
                int side = step.price().compareTo(price);
                boolean in = sale ? side < 0 : side > 0;
                least = in || (side == 0 && !sale) ? least.add(mwh) : least;
                most = in || (side == 0 && sale) ? most.add(mwh) : most;
            }
        }
        return least.max(most.negate()).max(BigDecimal.ZERO);
    }

    private static void print(String line) {
        System.out.println("Italian market: " + line);
    }
}
