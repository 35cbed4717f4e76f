package energy.optibid.market.internal.csv;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.internal.rows.Findings;
import java.util.Optional;

/** What is wrong with the line that is being read. */
final class LineFindings {
    private final Findings findings;
    private long line;

    LineFindings(Findings findings) {
        this.findings = findings;
    }

    void turnTo(long lineNumber) {
        line = lineNumber;
    }

    /** Notes a bad cell; false, so that it can be returned. */
    boolean bad(ImportErrorCode code, String column, String message, String value) {
        findings.add(code, line, Optional.of(column), message, Optional.of(value));
        return false;
    }

    void badRow(ImportErrorCode code, String message) {
        findings.add(code, line, Optional.empty(), message, Optional.empty());
    }
}
