package energy.optibid.web.rest.openapi;

import energy.optibid.web.rest.Items;
import energy.optibid.web.rest.json.Texts;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;

/**
 * Schemas of Java types as {@link energy.optibid.web.rest.json.Json} writes them. A record becomes a component named
 * after it without {@code Json}, with everything required that is not {@code Optional}.
 */
final class Schemas {
    private static final String COMPONENTS = "#/components/schemas/";

    /** Type and format of what is a single value. */
    private record Form(SchemaType type, @Nullable String format) {}

    private static final Form INT32 = new Form(SchemaType.INTEGER, "int32");
    private static final Form INT64 = new Form(SchemaType.INTEGER, "int64");
    private static final Form BOOLEAN = new Form(SchemaType.BOOLEAN, null);
    private static final Form DECIMAL = new Form(SchemaType.NUMBER, null);

    private static final Map<Class<?>, Form> FORMS = Map.ofEntries(
            Map.entry(String.class, new Form(SchemaType.STRING, null)),
            Map.entry(UUID.class, new Form(SchemaType.STRING, "uuid")),
            Map.entry(Instant.class, new Form(SchemaType.STRING, "date-time")),
            Map.entry(LocalDate.class, new Form(SchemaType.STRING, "date")),
            Map.entry(LocalTime.class, new Form(SchemaType.STRING, "time")),
            Map.entry(BigDecimal.class, DECIMAL),
            Map.entry(double.class, DECIMAL),
            Map.entry(int.class, INT32),
            Map.entry(Integer.class, INT32),
            Map.entry(long.class, INT64),
            Map.entry(Long.class, INT64),
            Map.entry(boolean.class, BOOLEAN),
            Map.entry(Boolean.class, BOOLEAN));

    private final Map<String, Schema> components = new TreeMap<>();
    private final Map<String, Class<?>> owners = new TreeMap<>();

    /** All components that were asked for, by name. */
    Map<String, Schema> components() {
        return components;
    }

    /**
     * The schema of a type; for a record a reference to its component.
     *
     * @throws IllegalArgumentException for a type that the interface has no form for
     */
    Schema of(Type type) {
        if (type instanceof ParameterizedType generic) {
            return ofGeneric(generic);
        }
        Class<?> single = (Class<?>) type;
        if (single.isRecord()) {
            return ofRecord(single);
        }
        if (single.isEnum()) {
            return OASFactory.createSchema().type(SchemaType.STRING).enumeration(List.copyOf(Texts.codes(single)));
        }
        Form form = FORMS.get(single);
        if (form == null) {
            throw new IllegalArgumentException("No schema for " + type);
        }
        return OASFactory.createSchema().type(form.type()).format(form.format());
    }

    /** The name of a record's component. */
    static String name(Class<?> type) {
        String name = type.getSimpleName();
        return name.endsWith("Json") ? name.substring(0, name.length() - "Json".length()) : name;
    }

    /** The name of the component of a page of records. */
    static String pageName(Class<?> item) {
        return name(item) + "Page";
    }

    /** The schema of a change to a record; a reference to its component. */
    Schema ofPatch(Class<?> type) {
        String name = patchName(type);
        if (!components.containsKey(name)) {
            Schema schema = OASFactory.createSchema().type(SchemaType.OBJECT);
            components.put(name, schema);
            for (RecordComponent component : type.getRecordComponents()) {
                schema.addProperty(component.getName(), patched(component));
            }
        }
        return reference(name);
    }

    /** The name of the component of a change to a record. */
    static String patchName(Class<?> type) {
        return name(type) + "Patch";
    }

    private Schema patched(RecordComponent component) {
        Type type = component.getGenericType();
        if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
            type = optional.getActualTypeArguments()[0];
        }
        Schema property = type instanceof Class<?> record && record.isRecord() ? ofPatch(record) : of(type);
        description(component).ifPresent(property::setDescription);
        return property;
    }

    private Schema ofGeneric(ParameterizedType type) {
        Type argument = type.getActualTypeArguments()[0];
        if (type.getRawType() == Optional.class) {
            return of(argument);
        }
        if (type.getRawType() == List.class) {
            return OASFactory.createSchema().type(SchemaType.ARRAY).items(of(argument));
        }
        if (type.getRawType() == Map.class) {
            return OASFactory.createSchema()
                    .type(SchemaType.OBJECT)
                    .additionalPropertiesSchema(of(type.getActualTypeArguments()[1]));
        }
        if (type.getRawType() == Items.class) {
            return ofPage((Class<?>) argument);
        }
        throw new IllegalArgumentException("No schema for " + type);
    }

    Schema ofPage(Class<?> item) {
        Schema page = OASFactory.createSchema()
                .type(SchemaType.OBJECT)
                .addProperty(
                        "items",
                        OASFactory.createSchema().type(SchemaType.ARRAY).items(of(item)))
                .addProperty("next", of(String.class).description("Cursor of the next page, absent on the last"))
                .addRequired("items");
        components.put(pageName(item), page);
        return reference(pageName(item));
    }

    private Schema ofRecord(Class<?> type) {
        String name = name(type);
        Class<?> owner = owners.putIfAbsent(name, type);
        if (owner == null) {
            components.put(name, described(type));
        } else if (owner != type) {
            throw new IllegalArgumentException("Two records have the schema " + name + ": " + owner + ", " + type);
        }
        return reference(name);
    }

    private Schema described(Class<?> type) {
        Schema schema = OASFactory.createSchema().type(SchemaType.OBJECT);
        for (RecordComponent component : type.getRecordComponents()) {
            Schema property = of(component.getGenericType());
            description(component).ifPresent(property::setDescription);
            schema.addProperty(component.getName(), property);
            if (component.getType() != Optional.class) {
                schema.addRequired(component.getName());
            }
        }
        return schema;
    }

    private static Optional<String> description(RecordComponent component) {
        var described =
                component.getAccessor().getAnnotation(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
        return described == null ? Optional.empty() : Optional.of(described.description());
    }

    private static Schema reference(String name) {
        return OASFactory.createSchema().ref(COMPONENTS + name);
    }
}
