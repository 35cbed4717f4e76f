package energy.optibid.web.security;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

/** Which part of the application a path belongs to. */
public final class Paths {

    private Paths() {}

    /** The path that the caller asked for, within the application, also while an error of the container is told. */
    public static String original(HttpServletRequest request) {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        String uri = failed instanceof String text ? text : request.getRequestURI();
        String context = request.getContextPath();
        return uri.startsWith(context) ? uri.substring(context.length()) : uri;
    }

    /** Whether programs are served there, not people. */
    public static boolean isApi(String path) {
        return path.equals("/api") || path.startsWith("/api/");
    }

    /** Whether clients connect there to have things pushed. */
    public static boolean isSocket(String path) {
        return path.startsWith("/ws/");
    }

    /** Whether it is the description of the API, which people read. */
    public static boolean isDocs(String path) {
        return path.equals("/api/docs") || path.startsWith("/api/docs/");
    }
}
