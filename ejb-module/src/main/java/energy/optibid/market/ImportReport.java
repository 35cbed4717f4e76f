package energy.optibid.market;

import java.time.Instant;
import java.util.UUID;

/**
 * What an import of one file changed.
 *
 * @param importedBy user; all zeros for OptiBid itself
 * @param sha256 of the bytes as received, before unpacking, in lower-case hexadecimal
 * @param bytesRead as received, before unpacking
 * @param rowsRead rows below the header
 * @param pricesStored of periods and instants of knowledge that were not there
 * @param pricesUnchanged that were there already
 * @param pricesRevised that were there with another value, which is kept as an earlier revision
 * @param fundamentalsStored values of all series and installed capacities, likewise
 * @param from start of the first delivery period
 * @param to end of the last delivery period
 */
public record ImportReport(
        UUID id,
        String productCode,
        String zoneCode,
        UUID importedBy,
        Instant startedAt,
        Instant finishedAt,
        String sha256,
        long bytesRead,
        long rowsRead,
        long pricesStored,
        long pricesUnchanged,
        long pricesRevised,
        long fundamentalsStored,
        long fundamentalsUnchanged,
        long fundamentalsRevised,
        Instant from,
        Instant to,
        boolean simulated) {

    /** Whether anything was stored or revised. */
    public boolean hasChanges() {
        return changesPrices() || fundamentalsStored + fundamentalsRevised > 0;
    }

    /** Whether a price was stored or revised. */
    public boolean changesPrices() {
        return pricesStored + pricesRevised > 0;
    }
}
