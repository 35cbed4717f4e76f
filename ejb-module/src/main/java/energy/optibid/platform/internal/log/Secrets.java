package energy.optibid.platform.internal.log;

import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Takes out of a text what looks like a secret. Nothing of OptiBid logs one on purpose: this is for what a driver or a
 * library puts into a message.
 */
final class Secrets {
    static final String MASK = "***";

    /** Longer texts are cut before they are looked through: a line keeps far less. */
    private static final int MAX_LENGTH = 65_536;

    /** @param possible a quick look that says no to nearly every text */
    private record Mask(Predicate<String> possible, Pattern pattern, String replacement) {}

    /** Each looks at a character a bounded number of times, for some of these texts are written by strangers. */
    private static final List<Mask> MASKS = List.of(
            mask(
                    text -> text.contains("-----BEGIN"),
                    "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]*+(-----END [A-Z ]{0,30}-----)?",
                    MASK),
            // A JSON Web Token, our own tokens, a hash of a password.
            mask(text -> text.contains("eyJ"), "(?<![\\w-])eyJ[\\w-]*+\\.[\\w-]*+(\\.[\\w-]*+){0,3}", MASK),
            mask(text -> text.contains("ob"), "\\b(ob[a-z0-9]{1,6}_)[\\w-]{43}", "$1" + MASK),
            mask(text -> text.contains("$argon2"), "\\$argon2[\\w$=,+/.-]*+", MASK),
            mask(text -> text.indexOf(' ') >= 0, "(?i)\\b(bearer|basic) +[\\w.~+/=-]{8,}+", "$1 " + MASK),
            // The password in an address: scheme://user:password@host.
            mask(text -> text.contains("://"), "(://[^/\\s:@]{0,100}+:)[^/\\s@]{1,200}+@", "$1" + MASK + "@"),
            mask(
                    text -> text.indexOf('=') >= 0 || text.indexOf(':') >= 0,
                    "(?i)(passw(?:or)?d|passphrase|secret|token|authorization|credentials?|cookie|api[-_ ]?key"
                            + "|(?:encryption|private)[-_. ]?key)(\"? ?[=:] ?)(\"[^\"]*+\"?|[^\\s,;&})\\]]++)",
                    "$1$2" + MASK));

    private Secrets() {}

    static String masked(String text) {
        String result = text.length() > MAX_LENGTH ? text.substring(0, MAX_LENGTH) : text;
        for (Mask mask : MASKS) {
            if (mask.possible().test(result)) {
                result = mask.pattern().matcher(result).replaceAll(mask.replacement());
            }
        }
        return result;
    }

    private static Mask mask(Predicate<String> possible, String pattern, String replacement) {
        return new Mask(possible, Pattern.compile(pattern), replacement);
    }
}
