package energy.optibid.web.rest.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Schema;

/** Holds a value against a schema of a document: types, what is required, what is unknown, enums. */
final class SchemaCheck {
    private final OpenAPI document;

    SchemaCheck(OpenAPI document) {
        this.document = document;
    }

    void assertFollows(Schema schema, Object value, String where) {
        if (schema.getRef() != null) {
            String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
            assertFollows(
                    Objects.requireNonNull(document.getComponents().getSchemas().get(name), name), value, where);
            return;
        }
        switch (schema.getType()) {
            case OBJECT -> assertObject(schema, value, where);
            case ARRAY -> {
                assertThat(value).as(where).isInstanceOf(List.class);
                ((List<?>) value).forEach(item -> assertFollows(schema.getItems(), item, where + "[]"));
            }
            case STRING -> assertText(schema, value, where);
            case BOOLEAN -> assertThat(value).as(where).isInstanceOf(Boolean.class);
            case INTEGER -> assertThat(value).as(where).isInstanceOfAny(Integer.class, Long.class);
            case NUMBER -> assertThat(value).as(where).isInstanceOf(Number.class);
            default -> throw new AssertionError(where + ": " + schema.getType());
        }
    }

    private void assertObject(Schema schema, Object value, String where) {
        assertThat(value).as(where).isInstanceOf(Map.class);
        Map<?, ?> fields = (Map<?, ?>) value;
        if (schema.getRequired() != null) {
            assertThat(fields.keySet().stream().map(String::valueOf)).as(where).containsAll(schema.getRequired());
        }
        fields.forEach((name, field) -> {
            Schema named = schema.getProperties() == null
                    ? schema.getAdditionalPropertiesSchema()
                    : schema.getProperties().get(String.valueOf(name));
            Schema property = Objects.requireNonNull(named, where + "." + name);
            assertFollows(property, field, where + "." + name);
        });
    }

    private static void assertText(Schema schema, Object value, String where) {
        assertThat(value).as(where).isInstanceOf(String.class);
        if (schema.getEnumeration() != null) {
            assertThat(schema.getEnumeration()).as(where).contains(value);
        }
        if ("uuid".equals(schema.getFormat())) {
            assertThat(UUID.fromString((String) value).toString()).as(where).isEqualTo(value);
        } else if ("date-time".equals(schema.getFormat())) {
            assertThat(Instant.parse((String) value)).as(where).isNotNull();
        } else if ("date".equals(schema.getFormat())) {
            assertThat(LocalDate.parse((String) value)).as(where).isNotNull();
        }
    }
}
