package energy.optibid.seed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which prices there are to be: years of quarter-hours, the last one first; in each year the six zones with plants first.
 * The same scale and last day give the same blocks, and a larger scale begins with those of a smaller one.
 */
final class PriceBlocks {
    static final List<String> ZONES = List.of("DE_LU", "FR", "NL", "BE", "AT", "DK1");
    static final int DAYS = 365;
    static final int PERIODS_A_DAY = 96;

    private PriceBlocks() {}

    /**
     * A year of a zone.
     *
     * @param first the first delivery day
     */
    record Block(String zone, LocalDate first, LocalDate last) {}

    /** @param zones all that the product is traded in */
    static List<Block> of(int scale, LocalDate until, List<String> zones) {
        List<String> order = Stream.concat(ZONES.stream(), zones.stream().filter(zone -> !ZONES.contains(zone)))
                .toList();
        List<Block> blocks = new ArrayList<>();
        for (int i = 0; i < scale * ZONES.size(); i++) {
            LocalDate last = until.minusDays((long) DAYS * (i / order.size()));
            blocks.add(new Block(order.get(i % order.size()), last.minusDays(DAYS - 1L), last));
        }
        return blocks;
    }
}
