package energy.optibid.platform;

import java.time.Instant;
import java.util.Optional;

/**
 * PostgreSQL as it was when it was last looked at in the background.
 *
 * @param at when that was
 * @param migrations what the schema has had
 * @param connections those of the application's login, of all nodes
 */
public record DatabaseFigures(Instant at, Migrations migrations, Connections connections) {

    /**
     * The changesets of the schema.
     *
     * @param current the one applied last; absent for a database that was never migrated
     * @param lastAppliedAt when that was
     * @param applied how many were applied
     * @param pending how many of this release the database has not had
     */
    public record Migrations(Optional<String> current, Optional<Instant> lastAppliedAt, int applied, int pending) {}

    /**
     * Connections to PostgreSQL.
     *
     * @param active they execute a statement
     * @param idle they wait in a pool
     * @param idleInTransaction they hold a transaction open and execute nothing
     * @param allowed how many PostgreSQL takes altogether, of every login
     */
    public record Connections(int active, int idle, int idleInTransaction, int allowed) {}
}
