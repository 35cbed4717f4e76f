package energy.optibid.platform;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The servers that OptiBid talks to. PostgreSQL is required, the others are switched on by a flag. */
public enum ServiceName {
    POSTGRESQL("PostgreSQL", "", "everything is stored here", "nothing is served"),
    REDIS(
            "Redis",
            "ENABLE_REDIS",
            "latest prices are shared between nodes",
            "each node remembers latest prices by itself"),
    KAFKA(
            "Kafka",
            "ENABLE_KAFKA",
            "events are published to topics, prices are taken from one",
            "events wait in PostgreSQL, prices come by import"),
    CLICKHOUSE(
            "ClickHouse", "ENABLE_CLICKHOUSE", "analytics over long price histories", "PostgreSQL answers analytics"),
    MLFLOW(
            "MLflow",
            "ENABLE_MLFLOW",
            "model runs and versions are copied to MLflow",
            "model runs and versions wait in PostgreSQL"),
    ENTSOE(
            "ENTSO-E",
            "ENABLE_ENTSOE",
            "prices and forecasts are fetched from the Transparency Platform",
            "prices and forecasts come by import; the last ones go on serving");

    private final String label;
    private final String flag;
    private final String gained;
    private final String alternative;

    ServiceName(String label, String flag, String gained, String alternative) {
        this.label = label;
        this.flag = flag;
        this.gained = gained;
        this.alternative = alternative;
    }

    /** As its makers write it. */
    public String label() {
        return label;
    }

    /** Lower-case, as health writes it. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The setting that switches it on; absent for what is required. */
    public Optional<String> flag() {
        return flag.isEmpty() ? Optional.empty() : Optional.of(flag);
    }

    public boolean isRequired() {
        return flag.isEmpty();
    }

    /** What users have while it is available. */
    public String gained() {
        return gained;
    }

    /** What happens instead while it is not. */
    public String alternative() {
        return alternative;
    }

    /** What depends on it, or has it serve while it is there. */
    public List<String> features() {
        return switch (this) {
            case POSTGRESQL -> List.of("everything");
            case REDIS -> List.of("latest prices", "rate limits", "WebSocket connections", "word between nodes");
            case KAFKA -> List.of("published events");
            case CLICKHOUSE -> List.of("analytics");
            case MLFLOW -> List.of("copy of the model registry");
            case ENTSOE -> List.of("fetched market data");
        };
    }

    public static List<ServiceName> optional() {
        return Arrays.stream(values()).filter(name -> !name.isRequired()).toList();
    }
}
