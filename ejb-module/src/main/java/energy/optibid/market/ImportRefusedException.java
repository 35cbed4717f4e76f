package energy.optibid.market;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A file has errors, so nothing of it was stored. */
@ApplicationException(rollback = true)
public class ImportRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<ImportFinding> findings;
    private final long total;

    /**
     * @param findings the first of them, in order of their lines
     * @param total how many there are in all
     */
    public ImportRefusedException(List<ImportFinding> findings, long total) {
        super("The file has %d error(s), nothing was stored; the first: %s: %s"
                .formatted(total, findings.get(0).path(), findings.get(0).message()));
        this.findings = List.copyOf(findings);
        this.total = total;
    }

    public List<ImportFinding> findings() {
        return findings;
    }

    public long total() {
        return total;
    }
}
