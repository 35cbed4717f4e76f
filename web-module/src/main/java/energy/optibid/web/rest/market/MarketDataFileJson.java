package energy.optibid.web.rest.market;

import energy.optibid.market.MarketDataFile;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of many zones that was taken in. */
public record MarketDataFileJson(
        UUID id,
        String productCode,
        Instant receivedAt,

        @Schema(description = "Of the bytes as received, hexadecimal")
        String sha256,

        long bytesRead,
        long rowsRead,

        @Schema(description = "Rows of it that did not fit") long rowsQuarantined) {

    static MarketDataFileJson of(MarketDataFile file) {
        return new MarketDataFileJson(
                file.id(),
                file.productCode(),
                file.receivedAt(),
                file.sha256(),
                file.bytesRead(),
                file.rowsRead(),
                file.rowsQuarantined());
    }
}
