package energy.optibid.market;

import java.util.List;

/**
 * Something that is traded in auctions, for example the European day-ahead auction.
 *
 * @param code for example {@code SDAC}
 * @param zoneCodes where it is traded, sorted
 */
public record Product(String code, String name, String operatorCode, String operatorName, List<String> zoneCodes) {
    public Product {
        zoneCodes = List.copyOf(zoneCodes);
    }
}
