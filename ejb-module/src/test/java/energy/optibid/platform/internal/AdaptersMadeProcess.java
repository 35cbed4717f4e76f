package energy.optibid.platform.internal;

import energy.optibid.analytics.internal.clickhouse.ClickHouseCopy;
import energy.optibid.analytics.internal.clickhouse.ClickHouseDesk;
import energy.optibid.analytics.internal.clickhouse.ClickHousePriceHistory;
import energy.optibid.market.internal.redis.RedisPriceCache;
import energy.optibid.platform.MlflowRest;
import energy.optibid.platform.MlflowSettings;
import energy.optibid.platform.Settings;
import energy.optibid.platform.internal.clickhouse.ClickHouseConnector;
import energy.optibid.platform.internal.clickhouse.ClickHouseSettings;
import energy.optibid.platform.internal.kafka.KafkaConnector;
import energy.optibid.platform.internal.mlflow.MlflowConnector;
import energy.optibid.platform.internal.redis.RedisConnector;
import energy.optibid.platform.internal.redis.RedisRateLimiter;
import energy.optibid.platform.internal.redis.RedisSettings;
import energy.optibid.push.internal.redis.RedisConnectionRegistry;
import energy.optibid.streaming.NodeName;
import energy.optibid.streaming.internal.kafka.KafkaEventBus;
import energy.optibid.streaming.internal.redis.RedisNodeFanOut;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;

/** Makes, of the settings as they come, what a start makes of the optional services, and ends. */
final class AdaptersMadeProcess {
    private AdaptersMadeProcess() {}

    public static void main(String[] arguments) throws IOException {
        Settings settings = settings();
        RedisConnector redis = new RedisConnector(RedisSettings.of(settings), "optibid");
        ClickHouseConnector clickHouse = new ClickHouseConnector(ClickHouseSettings.of(settings));
        MlflowRest mlflow = new MlflowRest(MlflowSettings.of(settings));
        Object[] made = {
            new KafkaConnector(settings),
            new KafkaEventBus(settings),
            new MlflowConnector(mlflow),
            new RedisPriceCache(redis::jedis, settings),
            new RedisRateLimiter(redis::jedis, settings),
            new RedisNodeFanOut(redis::jedis, settings, new NodeName("one")),
            new RedisConnectionRegistry(redis::jedis, settings, new NodeName("one")),
            new ClickHouseCopy(clickHouse::client, settings),
            new ClickHouseDesk(clickHouse::client, settings),
            new ClickHousePriceHistory(clickHouse::client, settings, Clock.systemUTC()),
        };
        System.out.println(made.length + " made");
    }

    private static Settings settings() throws IOException {
        Properties properties = new Properties();
        try (InputStream file =
                AdaptersMadeProcess.class.getResourceAsStream("/META-INF/microprofile-config.properties")) {
            properties.load(file);
        }
        return new Settings(key -> Optional.ofNullable(properties.getProperty(key)));
    }
}
