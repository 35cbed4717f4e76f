package energy.optibid.web.rest.problem;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A request that the web layer itself refuses, before or after any feature was asked. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ProblemCode code;
    private final transient List<Finding> findings;
    private final transient Map<String, String> headers;

    public ProblemException(ProblemCode code) {
        this(code, code.title(), List.of(), Map.of());
    }

    public ProblemException(ProblemCode code, String detail) {
        this(code, detail, List.of(), Map.of());
    }

    public ProblemException(ProblemCode code, List<Finding> findings) {
        this(code, code.title(), findings, Map.of());
    }

    /**
     * @param detail what happened to this request, in one sentence
     * @param headers response headers that belong to the status, for example {@code WWW-Authenticate}
     */
    public ProblemException(ProblemCode code, String detail, List<Finding> findings, Map<String, String> headers) {
        super(detail);
        this.code = code;
        this.findings = List.copyOf(findings);
        this.headers = Map.copyOf(headers);
    }

    public ProblemCode code() {
        return code;
    }

    public List<Finding> findings() {
        return findings;
    }

    public Map<String, String> headers() {
        return headers;
    }

    /** What happened, absent where it would only repeat the title. */
    public Optional<String> detail() {
        return Optional.ofNullable(getMessage()).filter(text -> !text.equals(code.title()));
    }
}
