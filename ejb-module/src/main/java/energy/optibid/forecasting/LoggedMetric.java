package energy.optibid.forecasting;

/**
 * A measurement with its place among those of its run.
 *
 * @param place counts in the order in which they were told, from 1
 */
public record LoggedMetric(int place, RunMetric metric) {}
