package energy.optibid.web.rest.market;

import energy.optibid.market.Coverage;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The delivery days that have prices.
 *
 * @param firstDeliveryDate absent where there is no price
 * @param lastDeliveryDate absent where there is no price
 * @param simulated whether any of them was made by the simulator
 */
public record CoverageJson(
        String productCode,
        String zoneCode,
        Optional<LocalDate> firstDeliveryDate,
        Optional<LocalDate> lastDeliveryDate,
        boolean simulated) {
    static CoverageJson of(String productCode, String zoneCode, Optional<Coverage> coverage) {
        return new CoverageJson(
                productCode,
                zoneCode,
                coverage.map(Coverage::firstDeliveryDate),
                coverage.map(Coverage::lastDeliveryDate),
                coverage.map(Coverage::simulated).orElse(false));
    }
}
