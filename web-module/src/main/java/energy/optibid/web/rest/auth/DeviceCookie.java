package energy.optibid.web.rest.auth;

import energy.optibid.identity.Visitor;
import energy.optibid.platform.Environment;
import energy.optibid.platform.Settings;
import energy.optibid.web.security.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie by which a browser is known from an earlier log-in, so that whoever guesses the password elsewhere does not
 * slow its owner down. It opens nothing.
 */
@ApplicationScoped
public class DeviceCookie {
    private static final String SECURE_KEY = "optibid.identity.secure-cookies";
    private static final String NAME = "optibid-device";
    private static final String PATH = "/api/v1/auth";
    private static final Duration KEPT = Duration.ofDays(180);

    private final boolean secure;

    @Inject
    Caller caller;

    @Inject
    public DeviceCookie(Settings settings, Environment environment) {
        secure = settings.flag(SECURE_KEY).orElse(!environment.isDevelopment());
    }

    /** For the container's proxy only. */
    protected DeviceCookie() {
        secure = true;
    }

    /** Who sends this request, as far as can be told without a token. */
    public Visitor visitor(HttpHeaders headers) {
        Optional<Cookie> cookie = Optional.ofNullable(headers.getCookies().get(name()));
        return new Visitor(caller.origin(), cookie.map(Cookie::getValue));
    }

    /** Adds the cookie to an answer where there is something to keep. */
    public Response.ResponseBuilder addTo(Response.ResponseBuilder response, Optional<String> device) {
        device.ifPresent(value -> response.cookie(cookie(value)));
        return response;
    }

    private NewCookie cookie(String value) {
        return new NewCookie.Builder(name())
                .value(value)
                .path(PATH)
                .maxAge((int) KEPT.toSeconds())
                .secure(secure)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    private String name() {
        return secure ? "__Secure-" + NAME : NAME;
    }
}
