package energy.optibid.clearing;

import java.util.List;
import java.util.stream.Collectors;

/** An order book breaks the market's rules, so nothing of it is cleared. Lists every breach. */
public final class InvalidBookException extends RuntimeException {
    private static final int MOST_IN_MESSAGE = 20;

    private final transient List<BookFinding> findings;

    public InvalidBookException(List<BookFinding> findings) {
        super(describe(findings));
        this.findings = List.copyOf(findings);
    }

    /** All breaches, in the order of the book. */
    public List<BookFinding> findings() {
        return findings;
    }

    private static String describe(List<BookFinding> findings) {
        String listed = findings.stream()
                .limit(MOST_IN_MESSAGE)
                .map(BookFinding::message)
                .collect(Collectors.joining("; "));
        int more = findings.size() - MOST_IN_MESSAGE;
        return "The order book breaks " + findings.size() + " rule(s): " + listed
                + (more > 0 ? "; and " + more + " more" : "");
    }
}
