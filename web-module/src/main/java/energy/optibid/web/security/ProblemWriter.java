package energy.optibid.web.security;

import energy.optibid.web.rest.json.Json;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.Problem;
import energy.optibid.web.rest.problem.ProblemCode;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Answers with a problem where JAX-RS does not answer: in filters, and for errors of the container. */
final class ProblemWriter {

    private ProblemWriter() {}

    static void write(
            HttpServletRequest request, HttpServletResponse response, ProblemCode code, Optional<String> detail)
            throws IOException {
        List<Finding> findings = List.of();
        Problem problem = Problem.of(code, detail, findings, Paths.original(request), RequestId.of(request));
        response.setStatus(code.status());
        response.setContentType(Problem.MEDIA_TYPE);
        response.getOutputStream().write(Json.bytes(problem));
    }
}
