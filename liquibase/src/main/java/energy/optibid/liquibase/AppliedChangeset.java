package energy.optibid.liquibase;

import java.time.Instant;
import java.util.Optional;

/**
 * A changeset that a database has had.
 *
 * @param order counts up in the order of execution
 * @param appliedAt when it was executed
 * @param deployment the same for all that were executed by one run
 * @param liquibaseVersion of Liquibase, which executed it
 * @param checksum of its text as executed; empty where the database has none
 * @param tag the name to which {@code rollback} can return, where one was given after this changeset
 */
public record AppliedChangeset(
        Changeset changeset,
        int order,
        Instant appliedAt,
        String deployment,
        String liquibaseVersion,
        String checksum,
        ChecksumState checksumState,
        Optional<String> tag) {}
