package energy.optibid.web.rest.market;

import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** When rules end. */
public record RuleSetEndJson(
        @Schema(description = "The first delivery day after them; the gate for it must still be to close")
        LocalDate validTo) {}
