package energy.optibid.web.rest.migrations;

import energy.optibid.liquibase.AppliedChangeset;
import energy.optibid.liquibase.ChecksumState;
import energy.optibid.platform.Migration;
import energy.optibid.platform.MigrationState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A changeset of the database.
 *
 * @param position counts from 1 in the order of application, pending ones last
 * @param file the changelog that holds it
 * @param release of OptiBid that it came with
 * @param takesAway statements of it that take data away for good
 * @param deployment the same for all that were applied by one run
 * @param liquibaseVersion of Liquibase, which applied it
 * @param checksum of its text as applied
 * @param checksumState whether this release has the same text, another one, or does not know the changeset
 * @param tag the name to which a rollback can return
 */
public record MigrationJson(
        int position,
        String id,
        String author,
        String file,
        String release,
        MigrationState state,
        List<String> takesAway,
        Optional<Instant> appliedAt,
        Optional<String> deployment,
        Optional<String> liquibaseVersion,
        Optional<String> checksum,
        Optional<ChecksumState> checksumState,
        Optional<String> tag) {
    public MigrationJson {
        takesAway = List.copyOf(takesAway);
    }

    static MigrationJson of(Migration migration) {
        return new MigrationJson(
                migration.position(),
                migration.changeset().id(),
                migration.changeset().author(),
                migration.changeset().file(),
                migration.changeset().release(),
                migration.state(),
                migration.changeset().destroys(),
                migration.applied().map(AppliedChangeset::appliedAt),
                text(migration, AppliedChangeset::deployment),
                text(migration, AppliedChangeset::liquibaseVersion),
                text(migration, AppliedChangeset::checksum),
                migration.applied().map(AppliedChangeset::checksumState),
                migration.applied().flatMap(AppliedChangeset::tag));
    }

    private static Optional<String> text(Migration migration, Function<AppliedChangeset, String> field) {
        return migration.applied().map(field).filter(text -> !text.isEmpty());
    }
}
