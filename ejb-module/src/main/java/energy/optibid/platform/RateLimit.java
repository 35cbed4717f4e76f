package energy.optibid.platform;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests are allowed: a bucket that holds so many, is full at first and fills evenly over the window.
 *
 * @param name of the policy, in lower case
 * @param requests what the bucket holds
 * @param window how long an empty bucket takes to fill
 */
public record RateLimit(String name, long requests, Duration window) {
    private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})/(P.+)");
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final String ALLOWED = "requests/length of time in ISO 8601 of a second to a day, such as 60/PT1M";

    /**
     * Reads a setting such as {@code 60/PT1M}.
     *
     * @throws InvalidSettingException for anything else, also when it is not set
     */
    public static RateLimit of(String name, Settings settings, String key) {
        String value = settings.text(key).orElse("");
        Matcher parts = FORM.matcher(value);
        if (!parts.matches()) {
            throw new InvalidSettingException(key, value, ALLOWED);
        }
        return new RateLimit(name, Long.parseLong(parts.group(1)), window(key, value, parts.group(2)));
    }

    private static Duration window(String key, String value, String text) {
        try {
            Duration window = Duration.parse(text);
            if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
                throw new InvalidSettingException(key, value, ALLOWED);
            }
            return window;
        } catch (DateTimeParseException e) {
            throw new InvalidSettingException(key, value, ALLOWED, e);
        }
    }
}
