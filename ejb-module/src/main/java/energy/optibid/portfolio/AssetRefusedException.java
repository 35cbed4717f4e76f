package energy.optibid.portfolio;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.stream.Collectors;

/** An asset breaks rules of the portfolio; carries every finding, nothing was stored. */
@ApplicationException(rollback = true)
public class AssetRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<AssetFinding> findings;

    public AssetRefusedException(List<AssetFinding> findings) {
        super(findings.stream().map(AssetFinding::message).collect(Collectors.joining("; ")));
        this.findings = List.copyOf(findings);
    }

    public List<AssetFinding> findings() {
        return findings;
    }

    /** What an asset can break. */
    public enum Rule {
        /** The name is blank, longer than 200 characters, or has blanks at its ends. */
        INVALID_NAME("invalid-name"),
        /** Another asset of the organisation has that name. */
        NAME_TAKEN("name-taken"),
        /** There is no such bidding zone. */
        UNKNOWN_ZONE("unknown-zone"),
        /** The number is outside of its range. */
        OUT_OF_RANGE("out-of-range"),
        /** The number has more digits after the point than are kept. */
        TOO_MANY_DECIMALS("too-many-decimals");

        private final String code;

        Rule(String code) {
            this.code = code;
        }

        /** The stable code in the API, kebab-case. */
        public String code() {
            return code;
        }
    }
}
