package energy.optibid.web.rest.problem;

import java.util.List;
import java.util.Optional;

/**
 * A problem as RFC 9457 has it, with a stable code, the request's id and every finding at once.
 *
 * @param type where the code is explained
 * @param detail what happened to this request; absent where the title says all
 * @param instance the path of the request
 */
public record Problem(
        String type,
        String title,
        int status,
        Optional<String> detail,
        String instance,
        String code,
        String requestId,
        Optional<List<Finding>> errors) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /** Where the codes are explained, by the server itself. */
    public static final String TYPES = "/api/docs/problems#";

    public static Problem of(
            ProblemCode code, Optional<String> detail, List<Finding> errors, String instance, String requestId) {
        return new Problem(
                TYPES + code.code(),
                code.title(),
                code.status(),
                detail,
                instance,
                code.code(),
                requestId,
                errors.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(errors)));
    }
}
