package energy.optibid.web.rest.market;

import energy.optibid.market.PricePage;
import energy.optibid.market.PricePoint;
import energy.optibid.market.Resolution;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Prices in columns: the n-th value of each belongs to the n-th period.
 *
 * @param asOf what was known then; absent: what is known best
 * @param resolution what they were read by; absent: the periods that are stored
 * @param start starts of the delivery periods, ascending; periods without a price are left out
 * @param minutes lengths of the delivery periods, of longer ones with gaps that of what has a price
 * @param price currency of the zone per MWh
 * @param knownAt from when on each was known
 * @param simulated whether any price was made by the simulator
 * @param next cursor of the next page, absent on the last; a page may be empty and not be the last
 */
public record PriceHistoryJson(
        String productCode,
        String zoneCode,
        Instant from,
        Instant to,
        Optional<Instant> asOf,
        Optional<Resolution> resolution,
        String currency,
        String unit,
        boolean simulated,
        List<Instant> start,
        List<Integer> minutes,
        List<BigDecimal> price,
        List<Instant> knownAt,
        Optional<String> next) {

    static PriceHistoryJson of(HistoryQuery query, String currency, PricePage page) {
        List<PricePoint> prices = page.points();
        return new PriceHistoryJson(
                query.product(),
                query.zone(),
                query.from(),
                query.to(),
                query.asOf(),
                query.resolution(),
                currency,
                currency + "/MWh",
                prices.stream().anyMatch(PricePoint::simulated),
                prices.stream().map(PricePoint::start).toList(),
                prices.stream().map(PricePoint::minutes).toList(),
                prices.stream().map(PricePoint::price).toList(),
                prices.stream().map(PricePoint::knownAt).toList(),
                page.next().map(HistoryQuery::cursor));
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
