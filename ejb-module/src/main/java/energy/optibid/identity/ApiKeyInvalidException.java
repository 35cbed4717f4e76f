package energy.optibid.identity;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** A key that is to be made breaks rules. */
@ApplicationException(rollback = true)
public class ApiKeyInvalidException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Finding> findings;

    /** One rule that is broken: a stable code, the field, and what is wrong in one sentence. */
    public record Finding(String code, String field, String message) {}

    public ApiKeyInvalidException(List<Finding> findings) {
        super("The API key breaks rules");
        this.findings = List.copyOf(findings);
    }

    public List<Finding> findings() {
        return findings;
    }
}
