package energy.optibid.web.rest.sso;

import energy.optibid.platform.Environment;
import energy.optibid.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.time.Duration;
import java.util.Optional;

/**
 * The cookie that ties a log-in at a provider to the browser that began it: no script reads it, no other host can plant
 * it ({@code __Host-}), and it comes along when the provider sends the browser back (SameSite=Lax). Each log-in has its
 * own, so that two tabs do not get in each other's way.
 */
@ApplicationScoped
public class StateCookie {
    private static final String NAME = "optibid-oidc-";
    private static final int NAMED_BY = 12;

    private final boolean secure;

    @Inject
    public StateCookie(Settings settings, Environment environment) {
        // Production refuses to start where the setting says false.
        secure = !environment.isDevelopment()
                || settings.flag("optibid.identity.secure-cookies").orElse(false);
    }

    /** For the container's proxy only. */
    protected StateCookie() {
        secure = true;
    }

    NewCookie of(String state, String secret, Duration validFor) {
        return cookie(state, secret, (int) validFor.toSeconds());
    }

    /** The cookie that takes the one of this log-in away. */
    NewCookie removed(String state) {
        return cookie(state, "", 0);
    }

    Optional<String> read(HttpHeaders headers, String state) {
        return Optional.ofNullable(headers.getCookies().get(name(state))).map(Cookie::getValue);
    }

    private NewCookie cookie(String state, String value, int maxAge) {
        return new NewCookie.Builder(name(state))
                .value(value)
                .path("/")
                .maxAge(maxAge)
                .secure(secure)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.LAX)
                .build();
    }

    /** Of the state only what may stand in a cookie's name. */
    private String name(String state) {
        String safe = state.replaceAll("[^A-Za-z0-9_-]", "");
        return (secure ? "__Host-" : "") + NAME + safe.substring(0, Math.min(NAMED_BY, safe.length()));
    }
}
