package energy.optibid.web.rest.problem;

import energy.optibid.web.security.RequestId;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The one exception mapper: every error leaves as problem+json; an unexpected one is logged once, with the id. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Context
    HttpServletRequest request;

    private final Problems problems;

    @Inject
    public ProblemMapper(Instance<ProblemSource> sources) {
        this.problems = new Problems(sources);
    }

    /** For the container's proxy only. */
    protected ProblemMapper() {
        this.problems = new Problems(java.util.List.of());
    }

    @Override
    public Response toResponse(Throwable thrown) {
        ProblemException refused = problems.of(thrown).orElseGet(() -> unexpected(thrown));
        Problem problem = Problem.of(
                refused.code(), refused.detail(), refused.findings(), request.getRequestURI(), RequestId.of(request));
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
        refused.headers().forEach(response::header);
        return response.build();
    }

    private ProblemException unexpected(Throwable thrown) {
        LOG.log(Level.SEVERE, thrown, () -> "Request " + RequestId.of(request) + " failed unexpectedly");
        return new ProblemException(ProblemCode.INTERNAL_ERROR);
    }
}
