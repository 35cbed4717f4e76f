package energy.optibid.web.metrics;

import java.time.Instant;

/**
 * Figures that were read in the background.
 *
 * @param at when
 */
record Read<T>(T figures, Instant at) {}
