package energy.optibid.web.rest.request;

import energy.optibid.web.rest.json.Texts;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** A query parameter as the signature of a resource's method declares it. */
record QueryParameter(String name, Class<?> type, boolean repeatable, boolean required) {
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,9}(\\.\\d{1,6})?");

    static List<QueryParameter> of(Method method) {
        return Arrays.stream(method.getParameters()).flatMap(QueryParameter::of).toList();
    }

    private static Stream<QueryParameter> of(java.lang.reflect.Parameter argument) {
        QueryParam query = argument.getAnnotation(QueryParam.class);
        if (query == null) {
            return Stream.empty();
        }
        Parameter described = argument.getAnnotation(Parameter.class);
        boolean repeatable = argument.getType() == List.class;
        boolean required = described != null && described.required();
        return Stream.of(new QueryParameter(
                query.value(), repeatable ? String.class : argument.getType(), repeatable, required));
    }

    boolean accepts(String value) {
        if (type == String.class) {
            return true;
        }
        try {
            convert(value, type);
            return true;
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    static Object convert(String value, Class<?> type) {
        if (type == Integer.class || type == int.class) {
            return Integer.valueOf(value);
        }
        if (type == Long.class || type == long.class) {
            return Long.valueOf(value);
        }
        if (type == Boolean.class || type == boolean.class) {
            return truth(value);
        }
        if (type == BigDecimal.class) {
            return decimal(value);
        }
        return Texts.parse(value, type);
    }

    private static Boolean truth(String value) {
        return switch (value) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(value);
        };
    }

    private static BigDecimal decimal(String value) {
        if (!DECIMAL.matcher(value).matches()) {
            throw new IllegalArgumentException(value);
        }
        return new BigDecimal(value);
    }

    /** What a value looks like, to follow "must be". */
    String form() {
        if (type == Instant.class) {
            return "an instant in UTC, for example 2026-11-22T11:00:00Z";
        }
        if (type == LocalDate.class) {
            return "a date, for example 2026-11-22";
        }
        if (type.isEnum()) {
            return "one of: " + String.join(", ", Texts.codes(type));
        }
        if (type == Boolean.class || type == boolean.class) {
            return "true or false";
        }
        if (type == BigDecimal.class) {
            return "a decimal number, for example 3.5";
        }
        return type == UUID.class ? "a UUID" : "a whole number";
    }
}
