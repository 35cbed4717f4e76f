package energy.optibid.web.rest.json;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;

/** Values that are written as text, in a body and in a query alike; one form each. */
public final class Texts {
    private static final Pattern UUID_FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern INSTANT_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[0-9:.]{5,18}Z");
    private static final Pattern DATE_FORM = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private Texts() {}

    /**
     * Parses an instant in UTC, a date, a UUID or the constant of an enum.
     *
     * @throws IllegalArgumentException for another form
     * @throws java.time.DateTimeException for a day or time that does not exist
     */
    public static Object parse(String text, Class<?> type) {
        if (type == Instant.class) {
            return Instant.parse(require(text, INSTANT_FORM));
        }
        if (type == LocalDate.class) {
            return LocalDate.parse(require(text, DATE_FORM));
        }
        if (type == UUID.class) {
            return UUID.fromString(require(text, UUID_FORM));
        }
        if (type.isEnum()) {
            return constant(text, type);
        }
        throw new IllegalStateException("No text form for " + type);
    }

    /** The constants of an enum as the interface writes them: in kebab-case. */
    public static List<String> codes(Class<?> type) {
        return Arrays.stream(type.getEnumConstants()).map(Texts::code).toList();
    }

    /** The constant of an enum as the interface writes it. */
    public static String code(Object constant) {
        return ((Enum<?>) constant).name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static Object constant(String text, Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> code(constant).equals(text))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not one of " + codes(type)));
    }

    private static String require(String text, Pattern form) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("Not of the form " + form);
        }
        return text;
    }
}
