package energy.optibid.push;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.streaming.LoggedEvent;
import energy.optibid.streaming.internal.LogTable;
import energy.optibid.streaming.internal.StreamPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a client that comes back has missed, from the log in PostgreSQL. */
class MissedEventsIT {
    private final StreamPostgres postgres = StreamPostgres.shared();
    private UUID organisation = UUID.randomUUID();
    private final MissedEvents missed = new MissedEvents(this::after, this::last, 600);

    @BeforeEach
    void empty() throws SQLException {
        postgres.empty();
        organisation = postgres.newOrganisation();
    }

    @Test
    void clientShouldGetWhatItWantsOfWhatItMissed() throws SQLException {
        append("a", 1);
        long place = last();
        append("b", 2);
        append("a", 1);

        MissedEvents.Found found =
                missed.since(place, event -> event.aggregateId().equals("a"));

        assertThat(found.lost()).isEmpty();
        assertThat(found.events()).extracting(LoggedEvent::aggregateId).containsExactly("a");
        assertThat(found.place()).isEqualTo(last());
        assertThat(missed.since(last(), event -> true).events()).isEmpty();
    }

    @Test
    void clientShouldBeToldWhenTheLogNoLongerHoldsIt() throws SQLException {
        append("a", 3);
        long place = after(0, 1).get(0).position();
        append("a", 3);
        assertThat(missed.since(place, event -> true).events()).hasSize(5);

        postgres.execute("delete from outbox_events where position <= " + (place + 1));

        assertThat(missed.since(place, event -> true).lost()).contains("no-longer-kept");
        assertThat(missed.since(place + 1, event -> true).events())
                .as("it had the last that is gone")
                .hasSize(4);
        postgres.execute("delete from outbox_events");
        assertThat(missed.since(0, event -> true).lost()).contains("no-longer-kept");
    }

    @Test
    void clientShouldBeToldWhenItHasMissedTooMuchOrKnowsMoreThanTheLog() throws SQLException {
        append("a", 1);
        long place = last();
        append("a", 600);
        assertThat(missed.since(place, event -> true).events()).hasSize(600);

        append("a", 1);

        assertThat(missed.since(place, event -> true).lost()).contains("too-many-events");
        assertThat(missed.since(last() + 1, event -> true).lost()).contains("unknown-position");
    }

    private void append(String aggregate, int events) throws SQLException {
        try (Connection connection = postgres.application(organisation)) {
            for (int i = 0; i < events; i++) {
                StreamPostgres.append(connection, Optional.of(organisation), aggregate, "{}");
            }
            connection.commit();
            new LogTable(connection).place();
            connection.commit();
        }
    }

    private List<LoggedEvent> after(long position, int limit) {
        try (Connection connection = postgres.application()) {
            return new LogTable(connection).after(position, limit);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private long last() {
        try (Connection connection = postgres.application()) {
            return new LogTable(connection).lastPosition();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
