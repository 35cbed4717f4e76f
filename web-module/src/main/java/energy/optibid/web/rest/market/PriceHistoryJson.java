package energy.optibid.web.rest.market;

import energy.optibid.market.KnownPrice;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Prices in columns: the n-th value of each belongs to the n-th period.
 *
 * @param asOf what was known then; absent: what is known best
 * @param start starts of the delivery periods, ascending; periods without a price are left out
 * @param minutes lengths of the delivery periods
 * @param price currency of the zone per MWh
 * @param knownAt from when on each was known
 * @param simulated whether any price was made by the simulator
 */
public record PriceHistoryJson(
        String productCode,
        String zoneCode,
        Instant from,
        Instant to,
        Optional<Instant> asOf,
        String currency,
        String unit,
        boolean simulated,
        List<Instant> start,
        List<Long> minutes,
        List<BigDecimal> price,
        List<Instant> knownAt) {

    static PriceHistoryJson of(HistoryQuery query, String currency, List<KnownPrice> prices) {
        return new PriceHistoryJson(
                query.product(),
                query.zone(),
                query.from(),
                query.to(),
                query.asOf(),
                currency,
                currency + "/MWh",
                prices.stream().anyMatch(KnownPrice::simulated),
                prices.stream().map(known -> known.period().start()).toList(),
                prices.stream()
                        .map(known -> known.period().duration().toMinutes())
                        .toList(),
                prices.stream().map(KnownPrice::price).toList(),
                prices.stream().map(KnownPrice::knownAt).toList());
    }

    /** One line a period, with a header; nothing in it could be taken for a formula. */
    String csv() {
        StringBuilder csv = new StringBuilder("start,minutes,price,knownAt\r\n");
        for (int i = 0; i < start.size(); i++) {
            csv.append(start.get(i)).append(',').append(minutes.get(i)).append(',');
            csv.append(price.get(i).toPlainString())
                    .append(',')
                    .append(knownAt.get(i))
                    .append("\r\n");
        }
        return csv.toString();
    }
}
