package energy.optibid.web.rest.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/** Writes the constant of an enum as {@link Texts} reads it: in kebab-case. */
@SuppressWarnings("rawtypes") // Jackson finds a serializer for every enum under the raw class only.
final class EnumWriter extends StdSerializer<Enum> {
    private static final long serialVersionUID = 1L;

    EnumWriter() {
        super(Enum.class);
    }

    @Override
    public void serialize(Enum constant, JsonGenerator json, SerializerProvider provider) throws IOException {
        json.writeString(Texts.code(constant));
    }
}
