package energy.optibid.web.rest.request;

import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Instants, dates, UUIDs and enums of paths and queries. The query was checked by {@link ParametersFilter}, so what does not
 * parse here stands in the path, and nothing is there.
 */
@Provider
public class ParameterConverters implements ParamConverterProvider {
    private static final Set<Class<?>> TYPES = Set.of(Instant.class, LocalDate.class, UUID.class);

    @Override
    public <T> @Nullable ParamConverter<T> getConverter(Class<T> rawType, Type genericType, Annotation[] annotations) {
        return TYPES.contains(rawType) || rawType.isEnum() ? new TextConverter<>(rawType) : null;
    }

    private record TextConverter<T>(Class<T> type) implements ParamConverter<T> {
        @Override
        public @Nullable T fromString(@Nullable String value) {
            if (value == null) {
                return null;
            }
            try {
                return type.cast(QueryParameter.convert(value, type));
            } catch (DateTimeException | IllegalArgumentException e) {
                throw new NotFoundException(e);
            }
        }

        @Override
        public String toString(T value) {
            return value.toString();
        }
    }
}
