package energy.optibid.market.internal;

import energy.optibid.market.ImportRefusedException;
import energy.optibid.market.InvalidMappingException;
import energy.optibid.market.MarketDataImports;
import energy.optibid.market.ProductNotTradedException;
import energy.optibid.market.UnknownProductException;
import energy.optibid.market.UnknownZoneException;
import energy.optibid.platform.Actor;
import energy.optibid.streaming.MessageFeed;
import energy.optibid.streaming.UnfitMessageException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Prices from a topic, imported for the platform. */
@ApplicationScoped
public class PriceFeed implements MessageFeed {
    /** The name of the topic, and of the consumer in the inbox. */
    public static final String NAME = "market-data";

    @Inject
    MarketDataImports imports;

    @Override
    public String topic() {
        return NAME;
    }

    @Override
    public void take(String message) {
        try {
            var unused = imports.importMessage(Actor.system(), PriceMessageJson.read(message));
        } catch (ImportRefusedException e) {
            throw unfit("prices-refused", e);
        } catch (InvalidMappingException e) {
            throw unfit("malformed", e);
        } catch (UnknownProductException e) {
            throw unfit("unknown-product", e);
        } catch (UnknownZoneException e) {
            throw unfit("unknown-zone", e);
        } catch (ProductNotTradedException e) {
            throw unfit("product-not-traded", e);
        }
    }

    private static UnfitMessageException unfit(String code, RuntimeException fact) {
        return new UnfitMessageException(code, String.valueOf(fact.getMessage()));
    }
}
