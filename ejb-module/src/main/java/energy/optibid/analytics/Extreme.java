package energy.optibid.analytics;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * The least or the greatest of some prices or spreads.
 *
 * @param value currency per MWh, exact
 * @param start of the first period that has it, UTC
 */
public record Extreme(BigDecimal value, Instant start) {}
