package energy.optibid.web.rest.table;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table: a field of a record, or of a record within it.
 *
 * @param header as in JSON, for example {@code battery.chargePowerMw}
 */
record Column(String header, List<RecordComponent> path) {
    Column {
        path = List.copyOf(path);
    }

    /** The columns of a record, in the order of its components. */
    static List<Column> of(Class<?> type) {
        List<Column> columns = new ArrayList<>();
        collect(type, "", List.of(), columns);
        return columns;
    }

    private static void collect(Class<?> type, String prefix, List<RecordComponent> parents, List<Column> columns) {
        for (RecordComponent component : type.getRecordComponents()) {
            List<RecordComponent> path = new ArrayList<>(parents);
            path.add(component);
            Class<?> value = valueType(component);
            if (value.isRecord()) {
                collect(value, prefix + component.getName() + ".", path, columns);
            } else {
                columns.add(new Column(prefix + component.getName(), path));
            }
        }
    }

    private static Class<?> valueType(RecordComponent component) {
        return component.getGenericType() instanceof ParameterizedType optional
                        && optional.getRawType() == Optional.class
                        && optional.getActualTypeArguments()[0] instanceof Class<?> value
                ? value
                : component.getType();
    }

    /** The value in a row; absent where there is none. */
    Optional<Object> value(Object row) {
        @Nullable Object value = row;
        for (RecordComponent component : path) {
            value = value == null ? null : present(read(component, value));
        }
        return Optional.ofNullable(value);
    }

    private static @Nullable Object present(Object value) {
        return value instanceof Optional<?> optional ? optional.orElse(null) : value;
    }

    private static Object read(RecordComponent component, Object record) {
        try {
            return component.getAccessor().invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
