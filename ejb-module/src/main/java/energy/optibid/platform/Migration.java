package energy.optibid.platform;

import energy.optibid.liquibase.AppliedChangeset;
import energy.optibid.liquibase.Changeset;
import java.util.Optional;

/**
 * A changeset in the life of this database.
 *
 * @param position counts from 1: what was applied in the order of its application, then what is pending in the order in
 *     which it would be
 * @param applied absent while it is pending
 */
public record Migration(int position, Changeset changeset, Optional<AppliedChangeset> applied) {

    public MigrationState state() {
        return applied.isPresent() ? MigrationState.APPLIED : MigrationState.PENDING;
    }
}
