package energy.optibid.web.security;

import energy.optibid.platform.SystemStatus;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.Problems;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * Answers 503 at once while PostgreSQL does not answer its probes. A database that is gone refuses by itself; one that
 * hangs would keep every thread that asks it, until nobody is left to say so. Mapped in web.xml, before what reads the
 * database.
 */
public class DatabaseGateFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    /** Told from memory: the state of the desk, which is asked for most when something is wrong. */
    private static final String HEALTH = "/api/v1/health";

    @Inject
    private transient SystemStatus status;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (status.isReady() || Paths.original(request).equals(HEALTH)) {
            chain.doFilter(request, response);
        } else {
            response.setHeader("Retry-After", Integer.toString(Problems.RETRY_AFTER_SECONDS));
            ProblemWriter.write(request, response, ProblemCode.UNAVAILABLE, Optional.of(Problems.DATABASE_LOST));
        }
    }
}
