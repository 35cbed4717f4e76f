package energy.optibid.analytics;

/** Sums over long histories of the best known prices. Every adapter gives the same rows for the same prices. */
public interface PriceHistory {

    /**
     * A row for each zone and bucket that has a price, by zone and then by start. A bucket at an edge of the selection
     * holds only what is within it.
     */
    PriceTable sums(PriceSelection selection);
}
