package energy.optibid.portfolio.internal;

import energy.optibid.portfolio.AssetKind;
import energy.optibid.portfolio.AssetParameters;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The table of one kind's parameters: a row for each asset, a column for each component of the kind's record. */
final class ParameterTable {
    private final String table;
    private final Class<? extends AssetParameters> type;
    private final List<ParameterColumn> columns;

    private ParameterTable(String table, Class<? extends AssetParameters> type) {
        this.table = table;
        this.type = type;
        this.columns = Arrays.stream(type.getRecordComponents())
                .map(ParameterColumn::new)
                .toList();
    }

    static ParameterTable of(AssetKind kind) {
        return new ParameterTable(name(kind), kind.parameters());
    }

    static String name(AssetKind kind) {
        return switch (kind) {
            case BATTERY -> "batteries";
            case PV -> "pv_plants";
            case WIND -> "wind_farms";
            case THERMAL -> "thermal_units";
            case HYDRO -> "hydro_plants";
            case LOAD -> "flexible_loads";
        };
    }

    List<ParameterColumn> columns() {
        return columns;
    }

    /** Adds the parameters of an asset of the transaction's organisation. */
    void insert(EntityManager entityManager, UUID assetId, AssetParameters parameters) {
        String names = columns.stream().map(ParameterColumn::column).collect(Collectors.joining(", "));
        Map<String, Object> values = values(parameters);
        String given = columns.stream().map(column -> value(column, values)).collect(Collectors.joining(", "));
        run(
                entityManager,
                "insert into %s (asset_id, %s) values (:asset_id, %s)".formatted(table, names, given),
                assetId,
                values);
    }

    /** Puts parameters in place of those that an asset has. */
    void update(EntityManager entityManager, UUID assetId, AssetParameters parameters) {
        Map<String, Object> values = values(parameters);
        String changes = columns.stream()
                .map(column -> column.column() + " = " + value(column, values))
                .collect(Collectors.joining(", "));
        run(entityManager, "update %s set %s where asset_id = :asset_id".formatted(table, changes), assetId, values);
    }

    private Map<String, Object> values(AssetParameters parameters) {
        Map<String, Object> values = new HashMap<>();
        columns.forEach(column -> column.stored(parameters).ifPresent(value -> values.put(column.column(), value)));
        return values;
    }

    /** What is absent is written as null here: a null that is bound has no type. */
    private static String value(ParameterColumn column, Map<String, Object> values) {
        return values.containsKey(column.column()) ? ":" + column.column() : "null";
    }

    private static void run(EntityManager entityManager, String sql, UUID assetId, Map<String, Object> values) {
        Query query = entityManager.createNativeQuery(sql).setParameter("asset_id", assetId);
        values.forEach(query::setParameter);
        if (query.executeUpdate() != 1) {
            throw new IllegalStateException("No row of asset " + assetId + ": " + sql);
        }
    }

    /** The parameters of those of the assets that are of this kind. */
    Map<UUID, AssetParameters> read(EntityManager entityManager, Collection<UUID> assetIds) {
        String names = columns.stream().map(ParameterColumn::column).collect(Collectors.joining(", "));
        List<?> rows = entityManager
                .createNativeQuery("select asset_id, " + names + " from " + table + " where asset_id in (:ids)")
                .setParameter("ids", assetIds)
                .getResultList();
        return rows.stream()
                .map(Object[].class::cast)
                .collect(Collectors.toMap(row -> (UUID) row[0], this::parameters));
    }

    private AssetParameters parameters(Object[] row) {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = columns.get(i).loaded(row[i + 1]);
        }
        try {
            Class<?>[] types = Arrays.stream(type.getRecordComponents())
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            return type.getDeclaredConstructor(types).newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(type + " cannot be made from " + table, e);
        }
    }
}
