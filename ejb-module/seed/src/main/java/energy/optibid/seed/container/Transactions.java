package energy.optibid.seed.container;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * Transactions of one database on one thread, one within the other where a new one is asked for, each with a persistence
 * context of its own. A runtime exception rolls back, as it does in a container. To be used by one thread only.
 */
public final class Transactions implements TransactionSynchronizationRegistry, AutoCloseable {
    private final EntityManagerFactory factory;

    /** The innermost first; empty within work that is to run without one. */
    private final Deque<Optional<Unit>> units = new ArrayDeque<>();

    Transactions(EntityManagerFactory factory) {
        this.factory = factory;
    }

    private record Unit(EntityManager entities, Map<Object, @Nullable Object> resources) {}

    boolean active() {
        return current().isPresent();
    }

    /** Works in a new transaction; commits it, or rolls it back where the work throws. */
    @Nullable
    Object inNew(Callable<@Nullable Object> work) throws Exception {
        try (EntityManager entities = factory.createEntityManager()) {
            units.push(Optional.of(new Unit(entities, new HashMap<>())));
            entities.getTransaction().begin();
            try {
                Object result = work.call();
                entities.getTransaction().commit();
                return result;
            } finally {
                units.pop();
                if (entities.getTransaction().isActive()) {
                    entities.getTransaction().rollback();
                }
            }
        }
    }

    /** Works without a transaction, whatever there is around it. */
    @Nullable
    Object without(Callable<@Nullable Object> work) throws Exception {
        units.push(Optional.empty());
        try {
            return work.call();
        } finally {
            units.pop();
        }
    }

    /** The persistence context of the transaction. */
    EntityManager entities() {
        return unit().entities();
    }

    private Optional<Unit> current() {
        return units.isEmpty() ? Optional.empty() : units.element();
    }

    private Unit unit() {
        return current().orElseThrow(() -> new IllegalStateException("There is no transaction"));
    }

    @Override
    public @Nullable Object getTransactionKey() {
        return current().map(Unit::entities).orElse(null);
    }

    @Override
    public void putResource(Object key, @Nullable Object value) {
        unit().resources().put(key, value);
    }

    @Override
    public @Nullable Object getResource(Object key) {
        return unit().resources().get(key);
    }

    @Override
    public void registerInterposedSynchronization(Synchronization synchronization) {
        throw new UnsupportedOperationException("Nothing that is seeded waits for the end of a transaction");
    }

    @Override
    public int getTransactionStatus() {
        return active() ? Status.STATUS_ACTIVE : Status.STATUS_NO_TRANSACTION;
    }

    @Override
    public void setRollbackOnly() {
        unit().entities().getTransaction().setRollbackOnly();
    }

    @Override
    public boolean getRollbackOnly() {
        return unit().entities().getTransaction().getRollbackOnly();
    }

    @Override
    public void close() {
        factory.close();
    }
}
