package energy.optibid.platform.internal;

import energy.optibid.platform.Capabilities;
import energy.optibid.platform.Environment;
import energy.optibid.platform.LogLevels;
import energy.optibid.platform.MessageFolder;
import energy.optibid.platform.MigrationHistory;
import energy.optibid.platform.Release;
import energy.optibid.platform.ServiceConnector;
import energy.optibid.platform.ServiceName;
import energy.optibid.platform.Services;
import energy.optibid.platform.Settings;
import energy.optibid.platform.SystemStatus;
import energy.optibid.platform.TrustedProxies;
import energy.optibid.platform.Vault;
import energy.optibid.platform.WebSettings;
import energy.optibid.platform.internal.clickhouse.ClickHouseConnector;
import energy.optibid.platform.internal.entsoe.EntsoeConnector;
import energy.optibid.platform.internal.kafka.KafkaConnector;
import energy.optibid.platform.internal.log.ApplicationLog;
import energy.optibid.platform.internal.log.LogSettings;
import energy.optibid.platform.internal.mlflow.MlflowConnector;
import energy.optibid.platform.internal.redis.RedisConnector;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Instance;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.eclipse.microprofile.config.Config;

/** Hands the container what is plain Java in {@code platform}. */
@ApplicationScoped
class PlatformProducer {

    @Inject
    Config config;

    @Inject
    Clock clock;

    @Inject
    Instance<RedisConnector> redis;

    @Inject
    Instance<KafkaConnector> kafka;

    @Inject
    Instance<ClickHouseConnector> clickHouse;

    @Inject
    Instance<MlflowConnector> mlflow;

    @Inject
    Instance<EntsoeConnector> entsoe;

    @Resource
    ManagedThreadFactory threads;

    @Produces
    @Singleton
    Settings settings() {
        return new Settings(key -> config.getOptionalValue(key, String.class));
    }

    @Produces
    @Singleton
    Capabilities capabilities(Settings settings) {
        return new Capabilities(settings);
    }

    @Produces
    @Singleton
    LogLevels logLevels() {
        return new LogLevels();
    }

    @Produces
    @Singleton
    ApplicationLog applicationLog(Settings settings, Environment environment, LogLevels levels) {
        return new ApplicationLog(LogSettings.of(settings, environment), levels);
    }

    void close(@Disposes ApplicationLog log) {
        log.close();
    }

    @Produces
    @Singleton
    TrustedProxies trustedProxies(Settings settings) {
        return TrustedProxies.of(settings);
    }

    @Produces
    @Singleton
    MessageFolder messageFolder(Settings settings) {
        return MessageFolder.of(settings);
    }

    @Produces
    @Singleton
    WebSettings webSettings(Settings settings) {
        return WebSettings.of(settings);
    }

    @Produces
    Environment environment(Capabilities capabilities) {
        return capabilities.environment();
    }

    @Produces
    @Singleton
    Vault vault(Settings settings, Environment environment) {
        return Vault.of(settings, environment);
    }

    @Produces
    @Singleton
    @SuppressWarnings("BanJNDI") // the name comes from the configuration, never from a user
    Database database(Settings settings, Capabilities capabilities, DatabaseAnswers answers) {
        DatabaseSettings database = DatabaseSettings.of(settings, capabilities.environment());
        try {
            return new Database(
                    InitialContext.doLookup(database.dataSource()),
                    DatabaseOwner.of(settings, capabilities.environment()),
                    database,
                    answers);
        } catch (NamingException | ClassCastException e) {
            throw new StartRefusedException(
                    DatabaseSettings.DATA_SOURCE_KEY + " is \"" + database.dataSource()
                            + "\", but there is no data source of that name",
                    e);
        }
    }

    /**
     * For what looks at services in the background. The container's own scheduled executor has one thread, which the first
     * service that hangs would take away from all the others, and from the deadline that is to tell of it. Here each
     * service, and whoever looks at PostgreSQL besides, can hang with a thread of its own, and one is left for deadlines.
     */
    @Produces
    @Singleton
    ScheduledExecutorService executor() {
        ScheduledThreadPoolExecutor executor =
                new ScheduledThreadPoolExecutor(ServiceName.values().length + 2, threads);
        executor.setRemoveOnCancelPolicy(true);
        return executor;
    }

    void stop(@Disposes ScheduledExecutorService executor) {
        executor.shutdownNow();
    }

    @Produces
    @Singleton
    Services services(
            Capabilities capabilities, Settings settings, Database database, ScheduledExecutorService executor) {
        return new Services(
                capabilities,
                name -> connector(name, database),
                executor,
                clock,
                settings.duration("optibid.services.probe-interval"),
                settings.duration("optibid.services.probe-timeout"));
    }

    void stop(@Disposes Services services) {
        services.stop();
    }

    @Produces
    @Singleton
    OptionalStart optionalStart(
            Services services, SystemStatus status, Capabilities capabilities, ScheduledExecutorService executor) {
        return new OptionalStart(services, status, capabilities, executor);
    }

    @Produces
    @Singleton
    SystemStatus systemStatus(Services services, Capabilities capabilities, DatabaseWatch watch) {
        return new SystemStatus(services, capabilities, Release.ofBuild(), clock, watch::latest);
    }

    @Produces
    @Singleton
    DatabaseWatch databaseWatch(Database database) {
        return new DatabaseWatch(database.dataSource(), clock);
    }

    void stop(@Disposes DatabaseWatch watch) {
        watch.stop();
    }

    @Produces
    @Singleton
    MigrationHistory migrationHistory(Database database) {
        return new MigrationHistory(database.dataSource());
    }

    private ServiceConnector connector(ServiceName name, Database database) {
        return switch (name) {
            case POSTGRESQL -> database;
            case REDIS -> redis.get();
            case KAFKA -> kafka.get();
            case CLICKHOUSE -> clickHouse.get();
            case MLFLOW -> mlflow.get();
            case ENTSOE -> entsoe.get();
        };
    }
}
