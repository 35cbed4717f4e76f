package energy.optibid.analytics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The zones whose prices are compared.
 *
 * @param zoneCodes in the order in which they are subtracted, each once, at least two
 * @param reference one of them, from which all others are told; absent: every pair is
 * @param firstDeliveryDate day of the market
 * @param lastDeliveryDate included; not before the first
 */
public record SpreadQuery(
        String productCode,
        List<String> zoneCodes,
        Optional<String> reference,
        LocalDate firstDeliveryDate,
        LocalDate lastDeliveryDate) {

    public SpreadQuery {
        zoneCodes = List.copyOf(zoneCodes);
    }

    /** Two zones: the price of the second is taken from that of the first. */
    public record Pair(String zoneCode, String otherZoneCode) {}

    /** Each zone with each later one; with a reference, each other zone with it. In the order of the zones. */
    public List<Pair> pairs() {
        return reference.map(this::pairsWith).orElseGet(this::allPairs);
    }

    private List<Pair> pairsWith(String other) {
        return zoneCodes.stream()
                .filter(zone -> !zone.equals(other))
                .map(zone -> new Pair(zone, other))
                .toList();
    }

    private List<Pair> allPairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < zoneCodes.size(); i++) {
            for (int j = i + 1; j < zoneCodes.size(); j++) {
                pairs.add(new Pair(zoneCodes.get(i), zoneCodes.get(j)));
            }
        }
        return pairs;
    }
}
