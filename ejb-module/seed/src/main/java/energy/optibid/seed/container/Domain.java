package energy.optibid.seed.container;

import energy.optibid.market.PriceCache;
import energy.optibid.platform.Environment;
import energy.optibid.platform.Settings;
import energy.optibid.platform.internal.OrganisationInterceptor;
import jakarta.enterprise.inject.se.SeContainer;
import jakarta.enterprise.inject.se.SeContainerInitializer;
import jakarta.inject.Inject;
import jakarta.persistence.Persistence;
import java.lang.reflect.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;

/**
 * The facades of the domain, as they are on a server: with their transactions, bound to the organisation of their actor,
 * writing to the audit trail and the outbox. Timers, start-up and optional services are left out. For one thread.
 */
public final class Domain implements AutoCloseable {
    /** What {@link Provided} makes. */
    private static final Set<Class<?>> PROVIDED =
            Set.of(Settings.class, Environment.class, PriceCache.class, Transactions.class);

    private final SeContainer container;
    private final Transactions transactions;

    private Domain(SeContainer container, Transactions transactions) {
        this.container = container;
        this.transactions = transactions;
    }

    /** @param facades that will be asked for; what they need is found by itself */
    public static Domain open(Settings settings, DataSource database, List<Class<?>> facades) {
        Transactions transactions = new Transactions(Persistence.createEntityManagerFactory("optibid", unit(database)));
        SeContainerInitializer initializer = SeContainerInitializer.newInstance()
                .disableDiscovery()
                .addExtensions(new ServerAnnotations(), new Given(settings, transactions))
                .addBeanClasses(Provided.class, TransactionInterceptor.class);
        needed(facades).forEach(initializer::addBeanClasses);
        return new Domain(initializer.initialize(), transactions);
    }

    public <T> T get(Class<T> facade) {
        return container.select(facade).get();
    }

    /** The persistence unit of the server, with transactions of its own on another source of connections. */
    private static Map<String, Object> unit(DataSource database) {
        Map<String, Object> unit = new HashMap<>();
        unit.put("jakarta.persistence.transactionType", "RESOURCE_LOCAL");
        unit.put("jakarta.persistence.nonJtaDataSource", database);
        unit.put("jakarta.persistence.jtaDataSource", database);
        unit.put("hibernate.transaction.jta.platform", "");
        unit.put("hibernate.transaction.coordinator_class", "jdbc");
        unit.put("hibernate.type.json_format_mapper", new TextJson());
        return unit;
    }

    /** The facades and all beans of the domain that are injected into them, and so on. */
    private static Set<Class<?>> needed(List<Class<?>> facades) {
        Set<Class<?>> found = new LinkedHashSet<>();
        Deque<Class<?>> open = new ArrayDeque<>(facades);
        open.add(OrganisationInterceptor.class);
        while (!open.isEmpty()) {
            Class<?> bean = open.pop();
            if (found.add(bean)) {
                for (Field field : bean.getDeclaredFields()) {
                    boolean ours = field.getType().getName().startsWith("energy.optibid.");
                    if (ours && field.isAnnotationPresent(Inject.class) && !PROVIDED.contains(field.getType())) {
                        open.add(field.getType());
                    }
                }
            }
        }
        return found;
    }

    @Override
    public void close() {
        container.close();
        transactions.close();
    }
}
