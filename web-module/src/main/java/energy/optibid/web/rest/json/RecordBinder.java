package energy.optibid.web.rest.json;

import com.fasterxml.jackson.databind.JsonNode;
import energy.optibid.web.rest.problem.Finding;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills the components of a record from a JSON object and notes everything that does not fit. */
final class RecordBinder {
    private final List<Finding> findings;

    RecordBinder(List<Finding> findings) {
        this.findings = findings;
    }

    /** The value, or null where a finding was added. */
    @Nullable
    Object bind(JsonNode node, Type type, String path) {
        if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
            return bindList(node, list.getActualTypeArguments()[0], path);
        }
        if (type instanceof ParameterizedType map && map.getRawType() == Map.class) {
            return bindMap(node, map.getActualTypeArguments()[1], path);
        }
        if (type instanceof Class<?> record && record.isRecord()) {
            return bindRecord(node, record, path);
        }
        return ScalarBinder.bind(node, (Class<?>) type, path, findings);
    }

    private @Nullable Object bindList(JsonNode node, Type itemType, String path) {
        if (!node.isArray()) {
            return wrongType(node, path, "an array");
        }
        List<@Nullable Object> items = new ArrayList<>(node.size());
        for (int i = 0; i < node.size(); i++) {
            items.add(bind(node.get(i), itemType, path + "[" + i + "]"));
        }
        return items.contains(null) ? null : List.copyOf(items);
    }

    /** An object whose names are the caller's own. */
    private @Nullable Object bindMap(JsonNode node, Type valueType, String path) {
        if (!node.isObject()) {
            return wrongType(node, path, "an object");
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        node.properties()
                .forEach(field ->
                        values.put(field.getKey(), bind(field.getValue(), valueType, path + "." + field.getKey())));
        return values.containsValue(null) ? null : Map.copyOf(values);
    }

    private @Nullable Object bindRecord(JsonNode node, Class<?> type, String path) {
        if (!node.isObject()) {
            return wrongType(node, path, "an object");
        }
        RecordComponent[] components = type.getRecordComponents();
        refuseUnknown(node, components, path);
        @Nullable Object[] values = new @Nullable Object[components.length];
        int before = findings.size();
        for (int i = 0; i < components.length; i++) {
            values[i] = bindComponent(node.get(components[i].getName()), components[i], path);
        }
        return findings.size() > before || Arrays.asList(values).contains(null) ? null : construct(type, values, path);
    }

    private @Nullable Object bindComponent(@Nullable JsonNode node, RecordComponent component, String parent) {
        String path = parent.isEmpty() ? component.getName() : parent + "." + component.getName();
        Type type = component.getGenericType();
        boolean optional = component.getType() == Optional.class;
        if (node == null || node.isNull()) {
            return optional ? Optional.empty() : missing(path);
        }
        if (optional) {
            return optional(bind(node, ((ParameterizedType) type).getActualTypeArguments()[0], path));
        }
        return bind(node, type, path);
    }

    private @Nullable Object missing(String path) {
        findings.add(Finding.of("missing-field", path, "The field " + path + " is required"));
        return null;
    }

    private static @Nullable Object optional(@Nullable Object value) {
        return value == null ? null : Optional.of(value);
    }

    private void refuseUnknown(JsonNode node, RecordComponent[] components, String path) {
        Set<String> known = new HashSet<>();
        for (RecordComponent component : components) {
            known.add(component.getName());
        }
        for (Iterator<String> names = node.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!known.contains(name)) {
                String at = path.isEmpty() ? name : path + "." + name;
                findings.add(Finding.of("unknown-field", at, "There is no field " + at));
            }
        }
    }

    private @Nullable Object construct(Class<?> type, @Nullable Object[] values, String path) {
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " at " + path + " cannot be made from JSON", e);
        }
    }

    private @Nullable Object wrongType(JsonNode node, String path, String expected) {
        findings.add(ScalarBinder.wrongType(node, path, expected));
        return null;
    }
}
