package energy.optibid.optimisation;

/**
 * What the other periods make of a MWh that is in the store at the end of one period, currency per MWh. The plan's
 * quantity of that period stays the best one as long as its price lies between the two.
 *
 * @param oneMore what they earn with one MWh more; negative infinity where they cannot take it
 * @param oneLess what they lose with one MWh less, at least {@code oneMore}; infinity where they cannot do without
 */
public record StoredEnergyValue(double oneMore, double oneLess) {}
