package energy.optibid.web.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.web.rest.problem.Finding;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Turns a JSON string, number or boolean into the Java value that a record asks for. */
final class ScalarBinder {
    /** No quantity or price has more digits than this on either side of the point. */
    private static final int MAX_DIGITS = 18;

    private ScalarBinder() {}

    /** The value, or null where a finding was added. */
    static @Nullable Object bind(JsonNode node, Class<?> type, String path, List<Finding> findings) {
        try {
            return value(node, type, path);
        } catch (RefusedException e) {
            findings.add(e.finding);
            return null;
        }
    }

    static Finding wrongType(JsonNode node, String path, String expected) {
        String name = path.isEmpty() ? "The body" : path;
        return Finding.of("wrong-type", path, name + " must be " + expected, node.toString());
    }

    private static Object value(JsonNode node, Class<?> type, String path) {
        if (type == BigDecimal.class) {
            return decimal(node, path);
        }
        if (type == double.class) {
            return real(node, path);
        }
        if (type == int.class || type == Integer.class) {
            return integer(node, path);
        }
        if (type == long.class || type == Long.class) {
            return whole(node, path);
        }
        if (type == boolean.class || type == Boolean.class) {
            return bool(node, path);
        }
        String text = text(node, path, type);
        if (type == String.class) {
            return text;
        }
        if (type.isEnum()) {
            return constant(text, type, path);
        }
        return parsed(text, type, path);
    }

    private static BigDecimal decimal(JsonNode node, String path) {
        if (!node.isNumber()) {
            throw new RefusedException(wrongType(node, path, "a number"));
        }
        BigDecimal value = node.decimalValue();
        int integerDigits = value.precision() - value.scale();
        if (value.scale() > MAX_DIGITS || integerDigits > MAX_DIGITS || value.scale() < -MAX_DIGITS) {
            String message = path + " may have at most " + MAX_DIGITS + " digits on each side of the point";
            throw new RefusedException(Finding.of("too-many-digits", path, message, value.toString()));
        }
        return value;
    }

    /** For what is measured and not counted: the nearest that a double holds. */
    private static Double real(JsonNode node, String path) {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw new RefusedException(wrongType(node, path, "a number that a double holds"));
        }
        return node.doubleValue();
    }

    private static Integer integer(JsonNode node, String path) {
        if (!node.isIntegralNumber() || !node.canConvertToInt()) {
            throw new RefusedException(wrongType(node, path, "a whole number of 32 bits"));
        }
        return node.intValue();
    }

    private static Long whole(JsonNode node, String path) {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw new RefusedException(wrongType(node, path, "a whole number of 64 bits"));
        }
        return node.longValue();
    }

    private static Boolean bool(JsonNode node, String path) {
        if (!node.isBoolean()) {
            throw new RefusedException(wrongType(node, path, "true or false"));
        }
        return node.booleanValue();
    }

    private static String text(JsonNode node, String path, Class<?> type) {
        if (!node.isTextual()) {
            throw new RefusedException(wrongType(node, path, "a string" + form(type)));
        }
        return node.textValue();
    }

    private static Object constant(String text, Class<?> type, String path) {
        List<String> allowed = Texts.codes(type);
        if (!allowed.contains(text)) {
            String message = path + " must be one of: " + String.join(", ", allowed);
            throw new RefusedException(Finding.of("unknown-value", path, message, text));
        }
        return Texts.parse(text, type);
    }

    private static Object parsed(String text, Class<?> type, String path) {
        try {
            return Texts.parse(text, type);
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new RefusedException(
                    Finding.of("invalid-value", path, path + " must be a string" + form(type), text));
        }
    }

    static String form(Class<?> type) {
        if (type == Instant.class) {
            return " with an instant in UTC, for example 2026-11-22T11:00:00Z";
        }
        if (type == LocalDate.class) {
            return " with a date, for example 2026-11-22";
        }
        return type == UUID.class ? " with a UUID" : "";
    }

    private static final class RefusedException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Finding finding;

        RefusedException(Finding finding) {
            super(finding.message(), null, false, false);
            this.finding = finding;
        }
    }
}
