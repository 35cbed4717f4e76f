package energy.optibid.web.security;

import energy.optibid.platform.LogContext;
import energy.optibid.platform.LogFields;
import energy.optibid.platform.LogLevels;
import jakarta.inject.Inject;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Has every line that a request logs tell its ids, and logs one line for the request itself when it is answered: without
 * the query, which may hold what others must not read. Mapped in web.xml, behind what gives the request its id.
 */
public class RequestLogFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(LogLevels.REQUESTS);
    private static final int MICROSECONDS = 3;

    @Inject
    private transient Origins origins;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        LogContext.Scope scope = context(request).enter();
        try {
            if (request.getDispatcherType() == DispatcherType.REQUEST) {
                answer(request, new CountedResponse(response), chain);
            } else {
                chain.doFilter(request, response);
            }
        } finally {
            scope.leave();
        }
    }

    private void answer(HttpServletRequest request, CountedResponse response, FilterChain chain)
            throws IOException, ServletException {
        long began = System.nanoTime();
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            // What is thrown here becomes an answer of the container, unless the answer was under way.
            int status = answered || response.isCommitted()
                    ? response.getStatus()
                    : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
            log(request, response, status, System.nanoTime() - began);
        }
    }

    private void log(HttpServletRequest request, CountedResponse response, int status, long nanos) {
        if (!LOG.isLoggable(Level.INFO)) {
            return;
        }
        String path = request.getRequestURI();
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("method", request.getMethod());
        members.put("path", path);
        members.put("status", status);
        members.put("durationMs", BigDecimal.valueOf(TimeUnit.NANOSECONDS.toMicros(nanos), MICROSECONDS));
        response.bytes().ifPresent(bytes -> members.put("bytes", bytes));
        members.put("clientAddress", origins.of(request).address());
        LogContext.Scope scope = context(request).enter();
        try {
            LOG.log(new LogFields(request.getMethod() + " " + path + " " + status, members)
                    .toRecord(Level.INFO, LogLevels.REQUESTS));
        } finally {
            scope.leave();
        }
    }

    /** With the user where the token has been read by now. */
    private static LogContext context(HttpServletRequest request) {
        LogContext context = LogContext.ofRequest(RequestId.of(request), TraceParent.traceId(request));
        return TokenUser.token(request)
                .map(token -> context.of(token.organisationId(), token.userId()))
                .orElse(context);
    }
}
