package energy.optibid.web.security;

import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.Problems;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Tells the errors of the container itself in our words: as a problem under /api, as a page elsewhere. */
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
        if (code == ProblemCode.NOT_AUTHENTICATED) {
            response.setHeader("WWW-Authenticate", AuthenticationFilter.CHALLENGE);
        }
        if (Paths.isApi(Paths.original(request))) {
            ProblemWriter.write(request, response, code, Optional.empty());
        } else {
            response.setStatus(code.status());
            response.setContentType("text/html;charset=UTF-8");
            response.getWriter().write(page(code, RequestId.of(request)));
        }
    }

    /** For people: without a style of its own, in the browser's light or dark colours. */
    private static String page(ProblemCode code, String requestId) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark">
                <title>%1$s</title>
                </head>
                <body>
                <h1>%1$s</h1>
                <p>%2$s</p>
                <p><a href="/">To the console</a></p>
                <p><small>%3$d, request %4$s</small></p>
                </body>
                </html>
                """.formatted(code.title(), code.mend(), code.status(), requestId);
    }
}
