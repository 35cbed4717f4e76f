package energy.optibid.it;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A running server with OptiBid on it. */
interface Form {

    /** Where it answers, without a path. */
    URI base();

    Path log();

    /** The folder of OptiBid's own log, where it is unless somebody sets it. */
    Path logFolder();

    Database database();

    /** The Redis that it uses; absent where it runs without. */
    Optional<Redis> redis();

    /** The answers to {@link UndeployedIT}'s requests before OptiBid was deployed; empty where it starts with the server. */
    Map<String, String> undeployed();

    /** The Kafka that it uses; absent where it runs without. */
    Optional<Kafka> kafka();

    /** Absent where the form runs without it, or chdb is not installed. */
    Optional<ClickHouse> clickHouse();

    /** What stands for the MLflow that it uses; absent where it runs without. */
    Optional<Mlflow> mlflow();

    /** What stands for the Transparency Platform; absent where nothing is fetched from it. */
    default Optional<EntsoePlatform> entsoe() {
        return Optional.empty();
    }
}
