package energy.optibid.web.assets;

import energy.optibid.web.rest.problem.ProblemCode;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Explains every problem code: the page that a problem's {@code type} leads to. */
@WebServlet(name = "problems", urlPatterns = "/api/docs/problems")
public class ProblemsPage extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(page().getBytes(StandardCharsets.UTF_8));
    }

    static String page() {
        String sections =
                Arrays.stream(ProblemCode.values()).map(ProblemsPage::section).collect(Collectors.joining("\n"));
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>OptiBid: problems of the API</title></head>
                <body>
                <h1>Problems of the API</h1>
                %s
                </body>
                </html>
                """.formatted(sections);
    }

    private static String section(ProblemCode code) {
        return "<h2 id=\"%s\">%s</h2>\n<p>%d. %s.</p>\n<p>%s</p>"
                .formatted(code.code(), code.code(), code.status(), escaped(code.title()), escaped(code.mend()));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
