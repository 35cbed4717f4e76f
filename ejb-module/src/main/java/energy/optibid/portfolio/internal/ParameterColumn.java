package energy.optibid.portfolio.internal;

import energy.optibid.portfolio.AssetParameters;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A component of a record of parameters: a decimal, a whole number or an enum, perhaps optional. */
record ParameterColumn(RecordComponent component) {
    private static final Pattern CAPITAL = Pattern.compile("([A-Z])");

    /** The component's name as columns are written, for example {@code charge_power_mw}. */
    String column() {
        return CAPITAL.matcher(component.getName()).replaceAll("_$1").toLowerCase(Locale.ROOT);
    }

    String field() {
        return component.getName();
    }

    /** The value to store: a decimal, a whole number or a text; absent where there is none. */
    Optional<Object> stored(AssetParameters parameters) {
        Object value = value(parameters);
        Object given = value instanceof Optional<?> optional ? optional.orElse(null) : value;
        return Optional.ofNullable(given).map(ParameterColumn::toStored);
    }

    /** What the record's constructor takes. */
    @Nullable
    Object loaded(@Nullable Object stored) {
        if (component.getType() == Optional.class) {
            Class<?> type = (Class<?>) ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
            return Optional.ofNullable(stored).map(value -> toLoaded(value, type));
        }
        return stored == null ? null : toLoaded(stored, component.getType());
    }

    /** Without trailing zeros, which a column's scale adds and nobody wrote; never in exponent notation. */
    static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }

    private Object value(AssetParameters parameters) {
        try {
            return component.getAccessor().invoke(parameters);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }

    private static Object toStored(Object value) {
        if (value instanceof Enum<?> constant) {
            return code(constant);
        }
        return value instanceof BigDecimal decimal ? plain(decimal) : value;
    }

    private static Object toLoaded(Object stored, Class<?> type) {
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> code((Enum<?>) constant).equals(stored))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException(type + " has no " + stored));
        }
        return type == int.class ? (Object) ((Number) stored).intValue() : plain((BigDecimal) stored);
    }

    private static String code(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
