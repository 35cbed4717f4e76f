package energy.optibid.streaming;

import java.util.Locale;

/** Where an event is published, by what it is about. */
public enum EventTopic {
    /** What becomes of bid runs until their bids are submitted. */
    BIDS,
    /** What the market said of bids, and the money. */
    RESULTS,
    /** Prices and fundamentals that were imported. */
    PRICES,
    /** Rules of what is traded. */
    MARKETS,
    /** What somebody should look at. */
    ALERTS,
    /** Sites and assets. */
    ASSETS,
    /** Versions of models. */
    MODELS,
    /** Everything else. */
    EVENTS;

    /** The topic of a type of events; {@link #EVENTS} for one that has none of its own. */
    public static EventTopic of(String eventType) {
        return switch (eventType) {
            case "BidRunQueued", "BidRunCancelled", "BidsSubmitted" -> BIDS;
            case "BidsCleared", "BidRunSettled" -> RESULTS;
            case "PricesImported" -> PRICES;
            case "RuleSetAdded", "RuleSetEnded" -> MARKETS;
            case "BidRunFailed", "AlertRaised", "AlertWithdrawn" -> ALERTS;
            case "AssetCreated", "AssetUpdated", "AssetDeleted", "SiteCreated", "SiteUpdated", "SiteDeleted" -> ASSETS;
            case "ModelVersionRegistered", "ModelVersionStaged" -> MODELS;
            default -> EVENTS;
        };
    }

    /** Its name behind the configured prefix. */
    public String topic() {
        return name().toLowerCase(Locale.ROOT);
    }
}
