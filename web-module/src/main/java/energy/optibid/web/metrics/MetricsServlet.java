package energy.optibid.web.metrics;

import energy.optibid.platform.MetricsToken;
import energy.optibid.platform.WebSettings;
import io.prometheus.metrics.expositionformats.ExpositionFormatWriter;
import io.prometheus.metrics.expositionformats.ExpositionFormats;
import io.prometheus.metrics.model.registry.PrometheusRegistry;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;

/**
 * Tells the metrics to who shows the token of the configuration, and to nobody where there is none. It takes the place of
 * the server's own servlet, which would tell everybody (ADR 0076).
 */
@WebServlet(
        name = "metrics",
        urlPatterns = {"/metrics", "/metrics/*"})
public class MetricsServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final ExpositionFormats FORMATS = ExpositionFormats.init();

    @Inject
    private transient PrometheusRegistry registry;

    @Inject
    private transient WebSettings settings;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<MetricsToken> token = settings.metricsToken();
        response.setHeader("Cache-Control", "no-store");
        if (token.isEmpty() || request.getPathInfo() != null) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!token.get().isShownBy(header(request, "Authorization"))) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            tell(header(request, "Accept"), response);
        }
    }

    private void tell(String accept, HttpServletResponse response) throws IOException {
        ExpositionFormatWriter format = FORMATS.findWriter(accept);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        format.write(body, registry.scrape());
        response.setContentType(format.getContentType());
        response.setContentLength(body.size());
        body.writeTo(response.getOutputStream());
    }

    private static String header(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getHeader(name)).orElse("");
    }
}
