package energy.optibid.market.internal;

import energy.optibid.market.internal.rows.ImportLimits;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The bounds of an import, as configured. */
@ApplicationScoped
public class ImportBounds {
    private static final int KEPT_FINDINGS = 1_000;

    @Inject
    @ConfigProperty(name = "optibid.market.import.max-line-bytes")
    int maxLineBytes;

    @Inject
    @ConfigProperty(name = "optibid.market.import.max-bytes")
    long maxBytes;

    @Inject
    @ConfigProperty(name = "optibid.market.import.max-rows")
    int maxRows;

    ImportLimits limits() {
        return new ImportLimits(maxLineBytes, maxBytes, maxRows, KEPT_FINDINGS);
    }
}
