package energy.optibid.seed.container;

import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;

/** The JSON columns of the domain are texts on its side: they pass as they are, and no binding of JSON is needed. */
final class TextJson implements FormatMapper {

    @Override
    public <T> T fromString(CharSequence json, JavaType<T> type, WrapperOptions options) {
        return type.getJavaTypeClass().cast(json.toString());
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        return value.toString();
    }
}
