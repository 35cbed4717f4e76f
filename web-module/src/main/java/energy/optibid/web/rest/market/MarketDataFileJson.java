package energy.optibid.web.rest.market;

import energy.optibid.market.MarketDataFile;
import energy.optibid.market.PriceFileKind;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of many zones that was taken in. */
public record MarketDataFileJson(
        UUID id,
        String productCode,
        PriceFileKind kind,

        @Schema(description = "Whether the reader of that kind was tried on a file of the operator's")
        boolean verified,

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
                file.kind(),
                file.kind().isVerified(),
                file.receivedAt(),
                file.sha256(),
                file.bytesRead(),
                file.rowsRead(),
                file.rowsQuarantined());
    }
}
