package energy.optibid.forecasting;

import java.time.Instant;

/**
 * One measurement of a training.
 *
 * @param name 1 to 200 letters, digits, underscores, dashes, points, blanks and slashes
 * @param value a finite number, in a unit that the name should tell
 * @param step counts the training's own steps; of one name the last is the one with the greatest
 * @param measuredAt UTC, to the millisecond
 */
public record RunMetric(String name, double value, int step, Instant measuredAt) {}
