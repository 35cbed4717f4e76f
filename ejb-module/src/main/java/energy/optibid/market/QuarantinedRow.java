package energy.optibid.market;

/**
 * A row of a file that does not fit.
 *
 * @param line 1-based line of the file
 * @param code why, as an import error
 * @param message the fact in one sentence
 * @param content as it came, cut after 500 characters
 */
public record QuarantinedRow(int line, String code, String message, String content) {}
