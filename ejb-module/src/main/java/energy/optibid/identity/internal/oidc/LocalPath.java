package energy.optibid.identity.internal.oidc;

import java.util.Optional;
import java.util.regex.Pattern;

/** Where the console goes on after a log-in: a path of its own and nothing that leads elsewhere. */
public final class LocalPath {
    private static final int MAX = 500;
    private static final String START = "/";

    /** One slash and no other right after it; no backslash, blank or control character anywhere. */
    private static final Pattern LOCAL =
            Pattern.compile("/(?!/)[A-Za-z0-9/_.~%?&=:+,;@!$'()*-]*(#[A-Za-z0-9/_.~%?&=:+,;@!$'()*-]*)?");

    private LocalPath() {}

    /** The path, or the start page where it is none. A fragment alone is one of the start page. */
    public static String of(Optional<String> path) {
        return path.map(text -> text.startsWith("#") ? START + text : text)
                .filter(text -> text.length() <= MAX && LOCAL.matcher(text).matches())
                .filter(text -> !text.startsWith("/api"))
                .orElse(START);
    }
}
