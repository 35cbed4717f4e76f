package energy.optibid.market;

import java.time.Instant;
import java.util.UUID;

/**
 * A file of many zones that was taken in.
 *
 * @param receivedBy user; all zeros for OptiBid itself
 * @param sha256 of the bytes as received, before unpacking, in lower-case hexadecimal
 * @param bytesRead as received, before unpacking
 * @param rowsRead rows below the header
 * @param rowsQuarantined of them those that did not fit
 */
public record MarketDataFile(
        UUID id,
        String productCode,
        PriceFileKind kind,
        UUID receivedBy,
        Instant receivedAt,
        String sha256,
        long bytesRead,
        long rowsRead,
        long rowsQuarantined) {}
