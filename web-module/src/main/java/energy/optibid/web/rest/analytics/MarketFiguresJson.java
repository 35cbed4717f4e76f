package energy.optibid.web.rest.analytics;

import energy.optibid.analytics.Bucket;
import energy.optibid.analytics.Engine;
import energy.optibid.analytics.MarketFigures;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What a market looked like.
 *
 * @param timeZone of the market: it decides days and months
 * @param engine what served the prices
 * @param asOf every price that was stored by then is in
 * @param knownUntil from when on the price was known that became known last
 * @param simulated whether any price was made by the simulator
 * @param zones each zone over the whole range
 * @param items each zone and bucket with a price, by zone and start
 */
public record MarketFiguresJson(
        String productCode,
        LocalDate firstDeliveryDate,
        LocalDate lastDeliveryDate,
        String timeZone,
        Bucket bucket,
        String currency,
        String unit,
        Engine engine,
        Instant asOf,
        Optional<Instant> knownUntil,
        boolean simulated,
        List<MarketRowJson> zones,
        List<MarketRowJson> items) {

    static MarketFiguresJson of(MarketFigures figures) {
        var selection = figures.selection();
        return new MarketFiguresJson(
                selection.productCode(),
                selection.firstDeliveryDate(),
                selection.lastDeliveryDate(),
                selection.tradingZone().getId(),
                selection.bucket(),
                figures.currency(),
                figures.currency() + "/MWh",
                figures.engine(),
                figures.asOf(),
                figures.knownUntil(),
                figures.simulated(),
                figures.zones().stream().map(MarketRowJson::of).toList(),
                figures.rows().stream().map(MarketRowJson::of).toList());
    }
}
