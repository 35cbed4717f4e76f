package energy.optibid.market.internal.rows;

/**
 * Bounds of one import, so that no file exhausts memory.
 *
 * @param maxLineBytes of a line, after unpacking
 * @param maxBytes of the file, after unpacking
 * @param maxRows below the header
 * @param maxFindings how many findings are kept; all are counted
 */
public record ImportLimits(int maxLineBytes, long maxBytes, int maxRows, int maxFindings) {
    /** What the configuration says unless it is changed. */
    public static final ImportLimits DEFAULT = new ImportLimits(64 * 1024, 1L << 30, 2_000_000, 1_000);
}
