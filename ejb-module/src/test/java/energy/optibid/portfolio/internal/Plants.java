package energy.optibid.portfolio.internal;

import energy.optibid.portfolio.AssetDetails;
import energy.optibid.portfolio.AssetKind;
import energy.optibid.portfolio.AssetParameters;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/** A sound plant of each kind, and the same with a field that is changed. */
final class Plants {
    static final Map<AssetKind, AssetParameters> SOUND = Map.of(
            AssetKind.BATTERY, DemoAssets.BATTERY,
            AssetKind.PV, DemoAssets.PV,
            AssetKind.WIND, DemoAssets.WIND,
            AssetKind.THERMAL, DemoAssets.THERMAL,
            AssetKind.HYDRO, DemoAssets.HYDRO,
            AssetKind.LOAD, DemoAssets.LOAD);

    private Plants() {}

    static AssetParameters sound(AssetKind kind) {
        return Optional.ofNullable(SOUND.get(kind)).orElseThrow();
    }

    static AssetDetails named(String name) {
        return new AssetDetails(name, "DE_LU", DemoAssets.BATTERY);
    }

    /** @param value as text; {@code -} for an optional one that is absent */
    static AssetDetails with(AssetKind kind, String field, String value) {
        return new AssetDetails("A", "DE_LU", changed(sound(kind), field, value));
    }

    static AssetParameters changed(AssetParameters parameters, String field, String value) {
        try {
            RecordComponent[] components = parameters.getClass().getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < components.length; i++) {
                boolean meant = components[i].getName().equals(field);
                values[i] = meant
                        ? read(components[i], value)
                        : components[i].getAccessor().invoke(parameters);
            }
            Constructor<? extends AssetParameters> constructor = parameters
                    .getClass()
                    .getDeclaredConstructor(Arrays.stream(components)
                            .map(RecordComponent::getType)
                            .toArray(Class<?>[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(field, e);
        }
    }

    private static Object read(RecordComponent component, String value) {
        if (component.getGenericType() instanceof ParameterizedType) {
            return value.equals("-") ? Optional.empty() : Optional.of(new BigDecimal(value));
        }
        Class<?> type = component.getType();
        if (type.isEnum()) {
            return Arrays.stream(type.getEnumConstants())
                    .filter(constant -> ((Enum<?>) constant).name().equals(value))
                    .findFirst()
                    .orElseThrow();
        }
        return type == int.class ? (Object) Integer.parseInt(value) : new BigDecimal(value);
    }
}
