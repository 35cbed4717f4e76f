package energy.optibid.web.rest.market;

import energy.optibid.market.QuarantinedRow;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A row of a file that does not fit. */
public record QuarantinedRowJson(
        @Schema(description = "1-based line of the file") int line,

        @Schema(description = "Why, as an import error") String code,

        String message,

        @Schema(description = "As it came, cut after 500 characters")
        String content) {

    static QuarantinedRowJson of(QuarantinedRow row) {
        return new QuarantinedRowJson(row.line(), row.code(), row.message(), row.content());
    }
}
