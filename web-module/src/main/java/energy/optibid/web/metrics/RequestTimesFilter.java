package energy.optibid.web.metrics;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;

/** Measures each request, from the first filter to its last byte. Mapped in web.xml. */
public class RequestTimesFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient RequestTimes times;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        long start = System.nanoTime();
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            // What is thrown here becomes an answer of the container, unless the answer was under way.
            int status = answered || response.isCommitted()
                    ? response.getStatus()
                    : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            times.observe(request.getMethod(), Routes.of(request), status, Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
