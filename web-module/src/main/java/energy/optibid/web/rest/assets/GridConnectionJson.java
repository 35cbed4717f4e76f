package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.GridConnection;
import java.math.BigDecimal;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What a grid connection carries. The plant behind it may add up to more. */
public record GridConnectionJson(
        @Schema(description = "Greatest power from the grid, MW")
        Optional<BigDecimal> importLimitMw,

        @Schema(description = "Greatest power into the grid, MW")
        Optional<BigDecimal> exportLimitMw) {

    static GridConnectionJson of(GridConnection connection) {
        return new GridConnectionJson(connection.importLimitMw(), connection.exportLimitMw());
    }

    GridConnection connection() {
        return new GridConnection(importLimitMw, exportLimitMw);
    }
}
