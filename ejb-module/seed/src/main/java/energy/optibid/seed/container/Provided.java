package energy.optibid.seed.container;

import energy.optibid.market.LatestPrice;
import energy.optibid.market.PriceCache;
import energy.optibid.platform.Capabilities;
import energy.optibid.platform.Environment;
import energy.optibid.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.enterprise.inject.spi.InjectionPoint;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a server, or a producer of the domain that needs one, gives to the beans. */
@ApplicationScoped
class Provided {

    @Inject
    Settings settings;

    /** The persistence context of whichever transaction is active at each call. */
    @Produces
    @Dependent
    EntityManager entities(Transactions transactions) {
        return (EntityManager) Proxy.newProxyInstance(
                EntityManager.class.getClassLoader(), new Class<?>[] {EntityManager.class}, (proxy, method, args) -> {
                    try {
                        return method.invoke(transactions.entities(), args);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }

    @Produces
    @Dependent
    Environment environment() {
        return new Capabilities(settings).environment();
    }

    @Produces
    @Dependent
    Clock clock() {
        return Clock.systemUTC();
    }

    /** One that forgets at once: a command asks for no price twice. */
    @Produces
    @ApplicationScoped
    PriceCache cache() {
        return new PriceCache() {
            @Override
            public void put(LatestPrice price) {}

            @Override
            public Optional<LatestPrice> latest(String productCode, String zoneCode) {
                return Optional.empty();
            }
        };
    }

    @Produces
    @Dependent
    @ConfigProperty
    int number(InjectionPoint point) {
        return settings.number(key(point), 0, Integer.MAX_VALUE);
    }

    @Produces
    @Dependent
    @ConfigProperty
    long count(InjectionPoint point) {
        return number(point);
    }

    private static String key(InjectionPoint point) {
        return point.getAnnotated().getAnnotation(ConfigProperty.class).name();
    }
}
