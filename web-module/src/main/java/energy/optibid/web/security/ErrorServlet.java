package energy.optibid.web.security;

import energy.optibid.web.rest.json.Json;
import energy.optibid.web.rest.problem.Problem;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells the errors of the container itself in our words: as a problem under /api, as one line elsewhere. */
@WebServlet(name = "error", urlPatterns = ErrorServlet.PATH)
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger(ErrorServlet.class.getName());

    /** Named in web.xml as the page of every error. */
    static final String PATH = "/error";

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean error = request.getDispatcherType() == DispatcherType.ERROR;
        Object status = error ? request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) : null;
        ProblemCode code = status instanceof Integer number
                ? Problems.ofStatus(number).orElse(ProblemCode.INTERNAL_ERROR)
                : ProblemCode.NOT_FOUND;
        if (request.getAttribute(RequestDispatcher.ERROR_EXCEPTION) instanceof Throwable thrown) {
            LOG.log(Level.SEVERE, thrown, () -> "Request " + RequestId.of(request) + " failed unexpectedly");
        }
        String path = Paths.original(request);
        response.setStatus(code.status());
        if (code == ProblemCode.NOT_AUTHENTICATED) {
            response.setHeader("WWW-Authenticate", AuthenticationFilter.CHALLENGE);
        }
        if (Paths.isApi(path)) {
            response.setContentType(Problem.MEDIA_TYPE);
            Problem problem = Problem.of(code, Optional.empty(), List.of(), path, RequestId.of(request));
            response.getOutputStream().write(Json.bytes(problem));
        } else {
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().println(code.status() + " " + code.title());
        }
    }
}
