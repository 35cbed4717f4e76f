package energy.optibid.web.rest.problem;

import java.util.Optional;

/**
 * One thing that is wrong with a request.
 *
 * @param code stable, kebab-case
 * @param path where: a field as {@code battery.chargePowerMw}, a query parameter's name, or a line and column
 * @param message what is wrong, in one sentence
 * @param value what was given, cut after 200 characters; absent where nothing was
 */
public record Finding(String code, String path, String message, Optional<String> value) {
    private static final int MAX_VALUE = 200;

    public Finding {
        value = value.map(given -> given.length() <= MAX_VALUE ? given : given.substring(0, MAX_VALUE) + "…");
    }

    public static Finding of(String code, String path, String message) {
        return new Finding(code, path, message, Optional.empty());
    }

    public static Finding of(String code, String path, String message, String value) {
        return new Finding(code, path, message, Optional.of(value));
    }
}
