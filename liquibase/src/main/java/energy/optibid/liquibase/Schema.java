package energy.optibid.liquibase;

import energy.optibid.liquibase.structure.Difference;
import energy.optibid.liquibase.structure.Kind;
import energy.optibid.liquibase.structure.Structure;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import liquibase.Contexts;
import liquibase.LabelExpression;

/**
 * The schema of one database against the changelogs of this release.
 *
 * <p>What only asks ({@link #pending}, {@link #history}, {@link #verify}, the SQL previews) writes nothing and needs no
 * more than to read; what changes waits for its turn when another process migrates. The connection stays open and is
 * left in auto-commit as it was. Failures are {@link SchemaException}s.
 */
public final class Schema {
    private static final Contexts EVERY_CONTEXT = new Contexts();
    private static final LabelExpression EVERY_LABEL = new LabelExpression();

    private final LiquibaseSession session;
    private final Connection connection;
    private final ForcedRowSecurity security;

    public Schema(Connection connection) {
        this.connection = connection;
        this.security = new ForcedRowSecurity(connection);
        this.session = new LiquibaseSession(connection);
    }

    /** The changesets of this release that the database has not had, in their order; empty when it is up to date. */
    public List<Changeset> pending() {
        return session.reading(
                "Cannot read the state of the schema",
                liquibase -> Changesets.of(liquibase, connection).pending());
    }

    /** Applies what is pending and returns it. */
    public List<Changeset> update() {
        return update(pending -> {});
    }

    /**
     * Applies what is pending and returns it, unless it takes data away that nobody agreed to lose. In a database without
     * any table there is nothing to lose.
     *
     * @param agreed ids of changesets that may take data away
     * @throws DestructiveChangesetException before anything is applied
     */
    public List<Changeset> updateUnlessDestructive(Set<String> agreed) {
        return update(pending -> {
            List<Changeset> refused = pending.stream()
                    .filter(changeset -> !changeset.destroys().isEmpty() && !agreed.contains(changeset.id()))
                    .toList();
            if (!refused.isEmpty()
                    && !Structure.of(connection).names(Kind.TABLE).isEmpty()) {
                throw new DestructiveChangesetException(refused);
            }
        });
    }

    /** Looks at what is pending, when no other process migrates, and throws where it must not be applied. */
    private interface Gate {
        void check(List<Changeset> pending) throws SQLException;
    }

    private List<Changeset> update(Gate gate) {
        return session.writing("Cannot update the schema", liquibase -> {
            List<Changeset> pending = pending();
            gate.check(pending);
            if (pending.isEmpty()) {
                security.force();
            } else {
                security.liftedFor(() -> liquibase.update(EVERY_CONTEXT, EVERY_LABEL));
            }
            return pending;
        });
    }

    /**
     * Makes a login a member of the role that the application works as; does nothing where it is one.
     *
     * @param login an existing role
     * @throws SchemaException also where the connection's role may not do this
     */
    public void admit(String login) {
        try (Statement statement = connection.createStatement()) {
            statement.execute("grant optibid_application to " + statement.enquoteIdentifier(login, true));
        } catch (SQLException e) {
            throw new SchemaException("Cannot admit " + login, e);
        }
    }

    /** The SQL that {@link #update} would execute; empty where nothing is pending. */
    @SuppressWarnings("deprecation") // its successor takes an address and a password, not a connection
    public String updateSql() {
        return session.reading("Cannot preview the update", liquibase -> {
            if (Changesets.of(liquibase, connection).pending().isEmpty()) {
                return "";
            }
            return Preview.of(sql -> liquibase.update(EVERY_CONTEXT, EVERY_LABEL, sql));
        });
    }

    /**
     * Gives the present state a name to which {@link #rollbackTo} can return.
     *
     * @throws SchemaException when nothing was applied yet
     */
    public void tag(String name) {
        if (history().isEmpty()) {
            throw new SchemaException("Nothing was applied yet, so there is no state that could be named " + name);
        }
        session.writing("Cannot tag the schema", liquibase -> {
            liquibase.tag(name);
            return name;
        });
    }

    /** Takes back the last {@code count} changesets, the newest first. */
    public void rollback(int count) {
        session.writing("Cannot roll back", liquibase -> {
            security.liftedFor(() -> liquibase.rollback(count, EVERY_CONTEXT, EVERY_LABEL));
            return count;
        });
    }

    /** Takes back what was applied after the state of that name. */
    public void rollbackTo(String tag) {
        rollback(changesetsAfter(tag));
    }

    /** The SQL that {@link #rollback} would execute; empty where there is nothing to take back. */
    public String rollbackSql(int count) {
        return session.reading("Cannot preview the rollback", liquibase -> {
            if (count == 0 || Changesets.of(liquibase, connection).applied().isEmpty()) {
                return "";
            }
            return Preview.of(sql -> liquibase.rollback(count, EVERY_CONTEXT, EVERY_LABEL, sql));
        });
    }

    /**
     * How many changesets were applied after the state of that name.
     *
     * @throws SchemaException when there is no state of that name
     */
    public int changesetsAfter(String tag) {
        List<AppliedChangeset> history = history();
        for (int i = history.size() - 1; i >= 0; i--) {
            if (history.get(i).tag().equals(Optional.of(tag))) {
                return history.size() - 1 - i;
            }
        }
        throw new SchemaException("There is no state named " + tag + " in the history");
    }

    /** What the database has had, the oldest first; empty for a database that was never migrated. */
    public List<AppliedChangeset> history() {
        return session.reading(
                "Cannot read the history",
                liquibase -> Changesets.of(liquibase, connection).applied());
    }

    /**
     * Looks where the database is not as this release declares it: changesets that are pending, changed or unknown, and
     * whatever differs in its {@link Structure}.
     */
    public Verification verify() {
        return session.reading("Cannot verify the schema", liquibase -> {
            Structure found = Structure.of(connection);
            List<Difference> differences =
                    new ArrayList<>(Changesets.of(liquibase, connection).differences());
            differences.addAll(Structure.declared().differences(found));
            return new Verification(differences, found);
        });
    }

    /** What the database is made of. */
    public Structure structure() {
        return session.reading("Cannot read the structure of the schema", liquibase -> Structure.of(connection));
    }
}
