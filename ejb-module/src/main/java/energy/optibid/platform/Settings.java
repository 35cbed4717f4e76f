package energy.optibid.platform;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * The configuration, read strictly: a value that is not understood is an {@link InvalidSettingException}, never the
 * default. An empty value counts as absent. Injectable; reads MicroProfile Config there.
 */
public final class Settings {
    private final Function<String, Optional<String>> source;

    /** @param source the value of a key, absent where it is not set */
    public Settings(Function<String, Optional<String>> source) {
        this.source = source;
    }

    public Optional<String> text(String key) {
        return source.apply(key).map(String::trim).filter(value -> !value.isEmpty());
    }

    /** {@code true} or {@code false}; absent where it is not set. */
    public Optional<Boolean> flag(String key) {
        return text(key).map(value -> switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new InvalidSettingException(key, value, "true, false");
        });
    }

    /**
     * A length of time such as {@code PT2S}, ISO 8601, longer than nothing.
     *
     * @throws InvalidSettingException also when it is not set
     */
    public Duration duration(String key) {
        String value = text(key).orElse("");
        String allowed = "a length of time longer than nothing, in ISO 8601, such as PT2S";
        try {
            Duration duration = Duration.parse(value);
            if (duration.isNegative() || duration.isZero()) {
                throw new InvalidSettingException(key, value, allowed);
            }
            return duration;
        } catch (DateTimeParseException e) {
            throw new InvalidSettingException(key, value, allowed, e);
        }
    }

    /**
     * A whole number within bounds.
     *
     * @throws InvalidSettingException also when it is not set
     */
    public int number(String key, int least, int most) {
        String value = text(key).orElse("");
        String allowed = "a whole number from " + least + " to " + most;
        try {
            int number = Integer.parseInt(value);
            if (number < least || number > most) {
                throw new InvalidSettingException(key, value, allowed);
            }
            return number;
        } catch (NumberFormatException e) {
            throw new InvalidSettingException(key, value, allowed, e);
        }
    }
}
