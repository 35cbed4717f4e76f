package energy.optibid.market.internal.rows;

import energy.optibid.market.ImportErrorCode;
import energy.optibid.market.ImportFinding;
import energy.optibid.market.ImportRefusedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Collects what is wrong with a file: the first findings are kept, all are counted. */
public final class Findings {
    private static final int LONGEST_VALUE = 80;

    private final int kept;
    private final List<ImportFinding> first = new ArrayList<>();
    private long total;

    public Findings(int kept) {
        this.kept = kept;
    }

    public void add(ImportErrorCode code, long line, Optional<String> column, String message, Optional<String> value) {
        total++;
        if (first.size() < kept) {
            first.add(new ImportFinding(code, OptionalLong.of(line), column, message, value.map(Findings::shortened)));
        }
    }

    public boolean none() {
        return total == 0;
    }

    /** Passes where nothing was found. */
    public void refuseIfAny() {
        if (total > 0) {
            throw new ImportRefusedException(first, total);
        }
    }

    /** Ends the import at once, with what was found before and this. */
    public ImportRefusedException refusal(ImportErrorCode code, String message) {
        List<ImportFinding> all = new ArrayList<>(first);
        all.add(ImportFinding.ofFile(code, message));
        return new ImportRefusedException(all, total + 1);
    }

    private static String shortened(String value) {
        return value.length() <= LONGEST_VALUE ? value : value.substring(0, LONGEST_VALUE) + "…";
    }
}
