package energy.optibid.identity.internal.audit;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which names stand for a secret: {@code password}, {@code clientSecret}, {@code refresh_token}, {@code apiKey},
 * {@code recoveryCodes}, {@code password-hash}. Codes that everybody knows, such as {@code productCode}, and what is
 * said about a secret, such as {@code apiKeyId} or {@code passwordChangedAt}, do not.
 */
final class SecretNames {
    private static final Pattern BETWEEN_WORDS =
            Pattern.compile("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z0-9]+");
    private static final Set<String> SECRET = Set.of(
            "password",
            "passwords",
            "passwd",
            "pwd",
            "passphrase",
            "passcode",
            "secret",
            "secrets",
            "token",
            "tokens",
            "jwt",
            "bearer",
            "cookie",
            "cookies",
            "credential",
            "credentials",
            "authorization",
            "hash",
            "hashes",
            "digest",
            "salt",
            "otp",
            "totp",
            "otpauth",
            "pin",
            "seed",
            "signature",
            "challenge",
            "verifier",
            "nonce",
            "apikey",
            "apikeys",
            "link");
    private static final Set<String> SECRET_AT_THE_END = Set.of("key", "keys", "code", "codes");
    private static final Set<String> KNOWN_CODES = Set.of(
            "area",
            "country",
            "currency",
            "error",
            "market",
            "operator",
            "problem",
            "product",
            "reason",
            "role",
            "status",
            "zone");
    private static final Set<String> ABOUT_IT = Set.of(
            "at",
            "until",
            "id",
            "ids",
            "count",
            "left",
            "type",
            "seconds",
            "minutes",
            "hours",
            "days",
            "required",
            "enabled",
            "version",
            "length",
            "method");

    private SecretNames() {}

    static boolean isSecret(String name) {
        List<String> words = Arrays.stream(BETWEEN_WORDS.split(name, -1))
                .map(word -> word.toLowerCase(Locale.ROOT))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return false;
        }
        String last = words.get(words.size() - 1);
        if (ABOUT_IT.contains(last)) {
            return false;
        }
        return words.stream().anyMatch(SECRET::contains)
                || (SECRET_AT_THE_END.contains(last) && words.stream().noneMatch(KNOWN_CODES::contains));
    }
}
