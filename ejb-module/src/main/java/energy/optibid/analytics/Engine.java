package energy.optibid.analytics;

/** What served figures. All give the same. */
public enum Engine {
    POSTGRESQL,
    CLICKHOUSE
}
