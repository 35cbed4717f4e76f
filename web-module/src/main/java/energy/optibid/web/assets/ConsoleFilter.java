package energy.optibid.web.assets;

import energy.optibid.platform.WebSettings;
import energy.optibid.web.security.Paths;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URL;
import java.util.Optional;
import java.util.Set;

/**
 * Serves the console: a path that is no file is a page of it, so index.html answers; files with a hash in their name are
 * kept for ever, everything else is asked for again. Mapped in web.xml.
 */
public class ConsoleFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private static final String INDEX = "/index.html";
    private static final String HASHED = "/assets/";
    private static final Set<String> NOT_CONSOLE = Set.of("api", "soap", "ws", "health", "metrics", "openapi", "error");

    @Inject
    private transient WebSettings settings;

    /** The page where its script and style come from another host. */
    private transient Optional<byte[]> distantPage = Optional.empty();

    @Override
    public void init() throws ServletException {
        if (settings.assetBase().isPresent()) {
            distantPage = Optional.of(AssetsElsewhere.page(
                    settings.assetBase().get(), path -> getServletContext().getResourceAsStream(path)));
        }
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = Paths.original(request);
        if (!isConsole(path) || !isRead(request)) {
            chain.doFilter(request, response);
        } else if (isPage(path)) {
            response.setHeader("Cache-Control", "no-cache");
            answerPage(request, response);
        } else {
            answerFile(path, response);
            chain.doFilter(request, response);
        }
    }

    private void answerPage(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        if (distantPage.isEmpty()) {
            request.getRequestDispatcher(INDEX).forward(request, response);
        } else {
            response.setContentType("text/html;charset=UTF-8");
            response.getOutputStream().write(distantPage.get());
        }
    }

    private void answerFile(String path, HttpServletResponse response) throws IOException {
        boolean kept = isKept(path);
        response.setHeader("Cache-Control", kept ? "public, max-age=31536000, immutable" : "no-cache");
        if (kept && distantPage.isPresent()) {
            // The content network answers what it was answered, and its answers are another origin's to the page.
            response.setHeader("Access-Control-Allow-Origin", "*");
            response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        }
    }

    /** Whether the path is not one that programs are served at. */
    static boolean isConsole(String path) {
        String[] parts = path.split("/", 3);
        return parts.length < 2 || !NOT_CONSOLE.contains(parts[1]);
    }

    /** Whether the path is a page: its last part has no extension. */
    static boolean isPage(String path) {
        return path.indexOf('.', path.lastIndexOf('/') + 1) < 0;
    }

    private boolean isKept(String path) throws IOException {
        URL file = path.startsWith(HASHED) ? getServletContext().getResource(path) : null;
        return file != null;
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }
}
