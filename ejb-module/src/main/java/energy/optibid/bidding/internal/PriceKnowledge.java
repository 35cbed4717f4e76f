package energy.optibid.bidding.internal;

import energy.optibid.forecasting.Forecaster;
import energy.optibid.market.KnownPrice;
import energy.optibid.market.PriceBook;
import energy.optibid.quantity.DeliveryDay;
import energy.optibid.quantity.DeliveryPeriod;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the price book tells a run: before the gate what was known then, afterwards the results. */
@ApplicationScoped
public class PriceKnowledge {

    @Inject
    PriceBook prices;

    /** The prices before the day that were known at {@code asOf}, as far back as the forecaster looks. */
    List<KnownPrice> history(
            String productCode, String zoneCode, DeliveryDay day, Forecaster forecaster, Instant asOf) {
        Instant from = day.minusDays(forecaster.historyDays()).start();
        return prices.knownPrices(productCode, zoneCode, from, day.start(), asOf);
    }

    /**
     * The published price of each period of an auction, in order: that of the published period in which it lies.
     *
     * @return absent while one is missing
     */
    Optional<List<KnownPrice>> published(String productCode, String zoneCode, AuctionEntity auction) {
        List<KnownPrice> published = prices.publishedPrices(
                productCode, zoneCode, auction.day().start(), auction.day().end());
        List<KnownPrice> result = new ArrayList<>();
        int at = 0;
        for (DeliveryPeriod period : auction.periods()) {
            while (at < published.size() && !published.get(at).period().end().isAfter(period.start())) {
                at++;
            }
            if (at == published.size() || !covers(published.get(at).period(), period)) {
                return Optional.empty();
            }
            result.add(published.get(at));
        }
        return Optional.of(result);
    }

    private static boolean covers(DeliveryPeriod published, DeliveryPeriod period) {
        return !published.start().isAfter(period.start()) && !published.end().isBefore(period.end());
    }
}
