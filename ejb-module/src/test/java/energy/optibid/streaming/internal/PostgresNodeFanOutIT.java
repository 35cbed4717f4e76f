package energy.optibid.streaming.internal;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.platform.Wait;
import energy.optibid.streaming.NodeFanOut;
import energy.optibid.streaming.NodeFanOutContract;
import energy.optibid.streaming.NodeName;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.postgresql.ds.PGSimpleDataSource;

class PostgresNodeFanOutIT extends NodeFanOutContract {
    private static final String LISTENER = "fan-out-test";

    private final StreamPostgres postgres = StreamPostgres.shared();

    @Override
    protected NodeFanOut node(NodeName name) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(postgres.url());
        source.setApplicationName(LISTENER);
        return new PostgresNodeFanOut(name, this::announce, Optional.of(source));
    }

    @Override
    protected void cutListeners() throws SQLException {
        postgres.execute(
                "select pg_terminate_backend(pid) from pg_stat_activity where application_name = '" + LISTENER + "'");
    }

    private void announce(String node) {
        try (Connection connection = postgres.application()) {
            new LogTable(connection).announce(node);
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The placing is committed before it is announced: who is woken by it finds the event. */
    @Test
    void listenerShouldFindTheEventThatItIsWokenFor() throws SQLException {
        postgres.empty();
        List<Integer> found = new CopyOnWriteArrayList<>();
        try (NodeFanOut listener = node(NodeName.random());
                NodeFanOut other = node(NodeName.random())) {
            listener.listen(Thread::new, () -> found.add(placed()));
            Wait.until("listens", () -> !found.isEmpty());
            for (int event = 1; event <= 20; event++) {
                int present = event;
                UUID organisation = postgres.newOrganisation();
                try (Connection connection = postgres.application(organisation)) {
                    StreamPostgres.append(connection, Optional.of(organisation), "x", "{}");
                    connection.commit();
                    new LogTable(connection).place();
                    connection.commit();
                }
                other.announce();
                Wait.until("woken", () -> found.size() > present);
            }
        }

        assertThat(found.subList(0, 21))
                .isEqualTo(IntStream.rangeClosed(0, 20).boxed().toList());
    }

    private int placed() {
        try (Connection connection = postgres.application()) {
            return new LogTable(connection).after(0, 100).size();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
