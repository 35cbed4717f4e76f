package energy.optibid.web.rest.openapi;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Examples of bodies: by the name of a schema, or by the id of an operation for what it reads or writes as a file,
 * followed by a blank and the media type where it has several. */
final class Examples {
    private static final String FILE = "examples.json";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String PAGE = "Page";

    private final Map<String, Object> byName;

    private Examples(Map<String, Object> byName) {
        this.byName = byName;
    }

    static Examples read() {
        try (InputStream file = Examples.class.getResourceAsStream(FILE)) {
            return new Examples(JSON.readValue(file, new TypeReference<Map<String, Object>>() {}));
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
    }

    /** Of a schema or an operation's file; a page holds the example of its item. */
    Optional<Object> of(String name) {
        if (name.endsWith(PAGE)) {
            return of(name.substring(0, name.length() - PAGE.length())).map(item -> Map.of("items", List.of(item)));
        }
        return Optional.ofNullable(byName.get(name));
    }

    /** A value as the document holds it: maps, lists, texts, numbers. */
    static Object tree(byte[] json) {
        try {
            return JSON.readValue(json, Object.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
