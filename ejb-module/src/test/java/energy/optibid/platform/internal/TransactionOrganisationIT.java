package energy.optibid.platform.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hibernate.Session;
import org.hibernate.jdbc.Work;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** One connection goes from transaction to transaction: the organisation must not go along. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransactionOrganisationIT {
    private static final UUID MINE = UUID.randomUUID();
    private static final UUID THEIRS = UUID.randomUUID();
    private static final String SEEN = "select coalesce(string_agg(id::text, ' '), '') from organisations";
    private static final int ROUNDS = 2_000;

    private final Transactions transactions = new Transactions();
    private TransactionOrganisation organisation;
    private TenantPostgres postgres;

    /** One connection, and a second one only for as long as two transactions are open at once. */
    private final Deque<Connection> pool = new ArrayDeque<>();

    @BeforeAll
    void startServer() throws IOException, SQLException {
        postgres = TenantPostgres.start();
        try (Connection administrator = postgres.administrator()) {
            for (UUID id : List.of(MINE, THEIRS)) {
                TenantPostgres.execute(
                        administrator,
                        "insert into organisations (id, name, created_at) values ('" + id + "', '" + id + "', now())");
            }
        }
        pool.push(postgres.connect(TenantPostgres.APPLICATION));
    }

    @AfterAll
    void stopServer() throws IOException, SQLException {
        for (Connection connection : pool) {
            connection.close();
        }
        postgres.close();
    }

    @BeforeEach
    @SuppressWarnings("UnnecessaryAssignment") // there is no container that injects
    void makeOrganisation() {
        organisation = new TransactionOrganisation();
        organisation.answers = new DatabaseAnswers();
        organisation.transactions = transactions;
        organisation.entityManager = entityManager();
    }

    @AfterEach
    void endWhatIsOpen() {
        while (!transactions.open.isEmpty()) {
            rollback();
        }
    }

    @Test
    void transactionShouldSeeItsOrganisationAloneUntilItEnds() {
        begin();
        organisation.enter(MINE);
        String connection = text("select pg_backend_pid()::text");
        assertThat(text(SEEN)).isEqualTo(MINE.toString());
        commit();

        begin();
        assertThat(text("select pg_backend_pid()::text"))
                .as("the same connection")
                .isEqualTo(connection);
        assertThat(text(SEEN)).as("never entered").isEmpty();
        organisation.enter(THEIRS);
        assertThat(text(SEEN)).isEqualTo(THEIRS.toString());
    }

    @Test
    void organisationShouldEndWithTheTransactionWhenItIsRolledBackOrFails() {
        begin();
        organisation.enter(MINE);
        rollback();
        begin();
        assertThat(text(SEEN)).as("after a roll-back").isEmpty();
        organisation.enter(MINE);
        assertThatThrownBy(() -> text("select (1 / 0)::text")).hasMessageContaining("division by zero");
        rollback();
        begin();
        assertThat(text(SEEN)).as("after an exception").isEmpty();
    }

    @Test
    void nestedTransactionShouldHaveAnOrganisationOfItsOwn() {
        begin();
        organisation.enter(MINE);
        begin();
        assertThat(text(SEEN)).as("nested, not entered").isEmpty();
        organisation.enter(THEIRS);
        assertThat(text(SEEN)).isEqualTo(THEIRS.toString());
        commit();
        assertThat(text(SEEN)).as("outer again").isEqualTo(MINE.toString());
        organisation.enter(MINE);
        commit();
        begin();
        assertThat(text(SEEN)).as("after both").isEmpty();
    }

    @Test
    void enterShouldAskTheDatabaseOnceAndRefuseAnotherOrganisation() {
        begin();
        organisation.enter(MINE);
        text("select set_config('optibid.organisation', '', true)");
        organisation.enter(MINE);
        assertThat(text(SEEN)).as("not set again").isEmpty();

        assertThatThrownBy(() -> organisation.enter(THEIRS))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("works for organisation " + MINE + ", not for " + THEIRS);
    }

    @Test
    void enterShouldBeRefusedWithoutATransaction() {
        assertThatThrownBy(() -> organisation.enter(MINE))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("no transaction");
    }

    /** Asserts no duration: prints what entering costs. */
    @Test
    void enteringShouldCostOneRoundTrip() {
        long[] with = new long[ROUNDS];
        long[] without = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            with[i] = nanosOfOne(true);
            without[i] = nanosOfOne(false);
        }
        Arrays.sort(with);
        Arrays.sort(without);
        System.out.printf(
                "Entering a transaction for an organisation: median %d us; begin, one query, commit: %d us without%n",
                TimeUnit.NANOSECONDS.toMicros(with[ROUNDS / 2] - without[ROUNDS / 2]),
                TimeUnit.NANOSECONDS.toMicros(without[ROUNDS / 2]));
        begin();
        assertThat(text(SEEN)).as("the last of them").isEmpty();
    }

    private long nanosOfOne(boolean entering) {
        long start = System.nanoTime();
        begin();
        if (entering) {
            organisation.enter(MINE);
        }
        text(SEEN);
        commit();
        return System.nanoTime() - start;
    }

    private void begin() {
        try {
            Connection connection = pool.isEmpty() ? postgres.connect(TenantPostgres.APPLICATION) : pool.pop();
            connection.setAutoCommit(false);
            transactions.open.push(new Open(connection, new HashMap<>()));
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void commit() {
        end(true);
    }

    private void rollback() {
        end(false);
    }

    private void end(boolean commit) {
        try {
            Connection connection = transactions.open.pop().connection();
            if (commit) {
                connection.commit();
            } else {
                connection.rollback();
            }
            pool.push(connection);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text(String sql) {
        try (Statement statement = connection().createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Connection connection() {
        return transactions.open.element().connection();
    }

    /** Hibernate as far as it is asked here: work on the connection of the current transaction. */
    private EntityManager entityManager() {
        Session session = proxy(Session.class, arguments -> {
            ((Work) arguments[0]).execute(connection());
            return null;
        });
        return proxy(EntityManager.class, arguments -> session);
    }

    private interface Call {
        @Nullable
        Object on(Object[] arguments) throws SQLException;
    }

    private static <T> T proxy(Class<T> type, Call call) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> call.on(arguments)));
    }

    private record Open(Connection connection, Map<Object, Object> resources) {}

    /** What the container knows of the current transaction; the last one begun is the current one. */
    private static final class Transactions implements TransactionSynchronizationRegistry {
        private final Deque<Open> open = new ArrayDeque<>();

        @Override
        public @Nullable Object getTransactionKey() {
            return open.peek();
        }

        @Override
        public void putResource(Object key, Object value) {
            open.element().resources().put(key, value);
        }

        @Override
        public @Nullable Object getResource(Object key) {
            return open.element().resources().get(key);
        }

        @Override
        public void registerInterposedSynchronization(Synchronization synchronization) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int getTransactionStatus() {
            return open.isEmpty() ? Status.STATUS_NO_TRANSACTION : Status.STATUS_ACTIVE;
        }

        @Override
        public void setRollbackOnly() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean getRollbackOnly() {
            return false;
        }
    }
}
