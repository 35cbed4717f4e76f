package energy.optibid.liquibase;

import java.io.StringWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.change.core.RawSQLChange;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.RanChangeSet;

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
    private static final Pattern CREATE_TABLE =
            Pattern.compile("(?im)^\\s*create\\s+table\\s+(?:if\\s+not\\s+exists\\s+)?([a-z_0-9]+)");
    private static final Pattern DROP_TABLE =
            Pattern.compile("(?im)^\\s*drop\\s+table\\s+(?:if\\s+exists\\s+)?([a-z_0-9]+)");

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
        return session.reading("Cannot read the state of the schema", liquibase -> {
            List<RanChangeSet> ran = LiquibaseSession.ran(liquibase);
            return liquibase.getDatabaseChangeLog().getChangeSets().stream()
                    .filter(changeSet -> isPending(changeSet, ran))
                    .map(Schema::changeset)
                    .toList();
        });
    }

    /** Applies what is pending and returns it. */
    public List<Changeset> update() {
        return session.writing("Cannot update the schema", liquibase -> {
            List<Changeset> pending = pending();
            security.liftedFor(() -> {
                if (!pending.isEmpty()) {
                    liquibase.update(EVERY_CONTEXT, EVERY_LABEL);
                }
            });
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

    /** The SQL that {@link #update} would execute. */
    @SuppressWarnings("deprecation") // its successor takes an address and a password, not a connection
    public String updateSql() {
        StringWriter sql = new StringWriter();
        session.reading("Cannot preview the update", liquibase -> {
            liquibase.update(EVERY_CONTEXT, EVERY_LABEL, sql);
            return sql;
        });
        return sql.toString();
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

    /** The SQL that {@link #rollback} would execute. */
    public String rollbackSql(int count) {
        StringWriter sql = new StringWriter();
        session.reading("Cannot preview the rollback", liquibase -> {
            liquibase.rollback(count, EVERY_CONTEXT, EVERY_LABEL, sql);
            return sql;
        });
        return sql.toString();
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
                liquibase -> LiquibaseSession.ran(liquibase).stream()
                        .map(Schema::applied)
                        .toList());
    }

    /**
     * What is wrong with the schema, one line each; empty when nothing is. Covers pending changesets, changesets whose
     * text differs from what was applied, changesets that this release does not know, and tables that are missing.
     */
    public List<String> verify() {
        return session.reading("Cannot verify the schema", liquibase -> {
            List<ChangeSet> known = liquibase.getDatabaseChangeLog().getChangeSets();
            List<RanChangeSet> ran = LiquibaseSession.ran(liquibase);
            List<String> findings = new ArrayList<>();
            pending().forEach(changeset -> findings.add("pending: " + changeset));
            known.stream()
                    .filter(changeSet -> !changeSet.isRunOnChange() && isChanged(changeSet, ran))
                    .forEach(changeSet -> findings.add("changed after it was applied: " + changeSet.getId()));
            ran.stream()
                    .filter(applied -> known.stream().noneMatch(applied::isSameAs))
                    .forEach(applied -> findings.add("applied, but unknown to this release: " + applied.getId()));
            List<ChangeSet> had =
                    known.stream().filter(changeSet -> hasRun(changeSet, ran)).toList();
            SchemaTables.missing(connection, tablesOf(had))
                    .forEach(table -> findings.add("table is missing: " + table));
            security.notForced()
                    .forEach(table -> findings.add("row-level security does not bind the owner of " + table));
            return List.copyOf(findings);
        });
    }

    /** The tables that the changesets of this release leave behind. */
    Set<String> tables() {
        return session.reading(
                "Cannot read the changelogs",
                liquibase -> tablesOf(liquibase.getDatabaseChangeLog().getChangeSets()));
    }

    private static Set<String> tablesOf(List<ChangeSet> changeSets) {
        String sql = changeSets.stream()
                .flatMap(changeSet -> changeSet.getChanges().stream())
                .filter(RawSQLChange.class::isInstance)
                .map(change -> ((RawSQLChange) change).getSql())
                .collect(Collectors.joining("\n"));
        Set<String> tables = names(CREATE_TABLE, sql);
        tables.removeAll(names(DROP_TABLE, sql));
        return tables;
    }

    private static Set<String> names(Pattern statement, String sql) {
        return statement.matcher(sql).results().map(result -> result.group(1)).collect(Collectors.toSet());
    }

    private static boolean isPending(ChangeSet changeSet, List<RanChangeSet> ran) {
        return !hasRun(changeSet, ran) || (changeSet.isRunOnChange() && isChanged(changeSet, ran));
    }

    private static boolean hasRun(ChangeSet changeSet, List<RanChangeSet> ran) {
        return ran.stream().anyMatch(applied -> applied.isSameAs(changeSet));
    }

    private static boolean isChanged(ChangeSet changeSet, List<RanChangeSet> ran) {
        return ran.stream()
                .filter(applied -> applied.isSameAs(changeSet) && applied.getLastCheckSum() != null)
                .anyMatch(applied -> !changeSet.isCheckSumValid(applied.getLastCheckSum()));
    }

    private static Changeset changeset(ChangeSet changeSet) {
        return new Changeset(changeSet.getId(), changeSet.getFilePath());
    }

    private static AppliedChangeset applied(RanChangeSet ran) {
        return new AppliedChangeset(
                new Changeset(ran.getId(), ran.getChangeLog()),
                ran.getOrderExecuted(),
                ran.getDateExecuted().toInstant(),
                Optional.ofNullable(ran.getTag()));
    }
}
