package energy.optibid.market.internal;

import energy.optibid.market.LatestPrice;
import energy.optibid.market.PriceBook;
import energy.optibid.market.PriceCache;
import energy.optibid.streaming.LoggedEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;

/** Shows a new latest price to everybody, but only after it is committed. */
@ApplicationScoped
class LatestPriceObserver {

    @Inject
    PriceCache cache;

    @Inject
    PriceBook priceBook;

    void remember(@Observes(during = TransactionPhase.AFTER_SUCCESS) LatestPrice price) {
        cache.put(price);
    }

    /** What any node imported: without Redis each remembers latest prices by itself. */
    void lookUp(@Observes LoggedEvent event) {
        if (event.type().equals("PricesImported")) {
            try (JsonReader reader = Json.createReader(new StringReader(event.payloadJson()))) {
                JsonObject imported = reader.readObject();
                priceBook.refreshLatest(imported.getString("productCode"), imported.getString("zoneCode"));
            }
        }
    }
}
