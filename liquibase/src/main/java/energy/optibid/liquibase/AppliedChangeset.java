package energy.optibid.liquibase;

import java.time.Instant;
import java.util.Optional;

/**
 * A changeset that a database has had.
 *
 * @param order counts up in the order of execution
 * @param appliedAt when it was executed; the database keeps it without a zone, so it is as right as that server's zone
 * @param tag the name to which {@code rollback} can return, where one was given after this changeset
 */
public record AppliedChangeset(Changeset changeset, int order, Instant appliedAt, Optional<String> tag) {}
