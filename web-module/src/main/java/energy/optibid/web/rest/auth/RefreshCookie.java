package energy.optibid.web.rest.auth;

import energy.optibid.identity.GrantedAccess;
import energy.optibid.identity.RefreshToken;
import energy.optibid.platform.Environment;
import energy.optibid.platform.InvalidSettingException;
import energy.optibid.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/**
 * The cookie that holds a browser's refresh token: no script reads it, it goes to {@code /api/v1/auth} alone, over TLS
 * alone and only from our own pages.
 */
@ApplicationScoped
public class RefreshCookie {
    private static final String SECURE_KEY = "optibid.identity.secure-cookies";
    private static final String NAME = "optibid-refresh";
    private static final String PATH = "/api/v1/auth";

    private final boolean secure;

    /** @throws InvalidSettingException where production is to send cookies without TLS */
    @Inject
    public RefreshCookie(Settings settings, Environment environment) {
        secure = settings.flag(SECURE_KEY).orElse(!environment.isDevelopment());
        if (!secure && !environment.isDevelopment()) {
            throw new InvalidSettingException(SECURE_KEY, "false", "true, because ENVIRONMENT is production");
        }
    }

    /** For the container's proxy only. */
    protected RefreshCookie() {
        secure = true;
    }

    /** The cookie to set with this access; one that removes itself where it cannot be continued. */
    public NewCookie of(GrantedAccess access) {
        return access.refreshToken().map(this::of).orElseGet(this::removed);
    }

    /** The cookie that takes the browser's away. */
    public NewCookie removed() {
        return cookie("", 0);
    }

    /** The refresh token that the browser sent. */
    public Optional<String> read(HttpHeaders headers) {
        return Optional.ofNullable(headers.getCookies().get(name())).map(Cookie::getValue);
    }

    private NewCookie of(RefreshToken token) {
        return cookie(token.secret(), (int) Math.min(token.validFor().toSeconds(), Integer.MAX_VALUE));
    }

    private NewCookie cookie(String value, int maxAge) {
        return new NewCookie.Builder(name())
                .value(value)
                .path(PATH)
                .maxAge(maxAge)
                .secure(secure)
                .httpOnly(true)
                .sameSite(NewCookie.SameSite.STRICT)
                .build();
    }

    private String name() {
        return secure ? "__Secure-" + NAME : NAME;
    }
}
