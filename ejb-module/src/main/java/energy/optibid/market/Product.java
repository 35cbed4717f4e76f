package energy.optibid.market;

import java.util.List;

/**
 * Something that is traded in auctions, for example the European day-ahead auction.
 *
 * @param code for example {@code SDAC}
 * @param wholeDay whether one auction sells a whole trading day, and not each session of it
 * @param zoneCodes where it is traded, sorted
 */
public record Product(
        String code, String name, String operatorCode, String operatorName, boolean wholeDay, List<String> zoneCodes) {
    public Product {
        zoneCodes = List.copyOf(zoneCodes);
    }
}
