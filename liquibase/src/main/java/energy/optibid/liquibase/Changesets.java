package energy.optibid.liquibase;

import energy.optibid.liquibase.structure.Difference;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import liquibase.Liquibase;
import liquibase.change.core.RawSQLChange;
import liquibase.changelog.ChangeSet;

/** The changesets of this release beside those that a database has had. */
record Changesets(List<ChangeSet> known, List<Applied> ran) {
    private static final String KIND = "changeset";

    static Changesets of(Liquibase liquibase, Connection connection) throws Exception {
        return new Changesets(liquibase.getDatabaseChangeLog().getChangeSets(), Applied.in(connection));
    }

    List<Changeset> pending() {
        return known.stream().filter(this::isPending).map(Changesets::changeset).toList();
    }

    List<AppliedChangeset> applied() {
        return ran.stream().map(this::applied).toList();
    }

    List<Difference> differences() {
        List<Difference> differences = new ArrayList<>();
        pending()
                .forEach(pending -> differences.add(
                        new Difference(KIND, pending.id(), Optional.of("applied"), Optional.of("pending"), false)));
        for (AppliedChangeset applied : applied()) {
            String id = applied.changeset().id();
            switch (applied.checksumState()) {
                case SAME -> {}
                case CHANGED ->
                    differences.add(new Difference(
                            KIND,
                            id,
                            Optional.of("as in this release"),
                            Optional.of("applied with another text"),
                            false));
                case UNKNOWN ->
                    differences.add(new Difference(
                            KIND, id, Optional.empty(), Optional.of("applied, unknown to this release"), false));
            }
        }
        return differences;
    }

    private boolean isPending(ChangeSet changeSet) {
        Optional<Applied> last =
                ran.stream().filter(applied -> applied.isOf(changeSet)).reduce((earlier, later) -> later);
        return last.isEmpty() || (changeSet.isRunOnChange() && last.get().differsFrom(changeSet));
    }

    private ChecksumState checksumState(Applied applied) {
        return known(applied)
                // A changeset that may change is pending again, which is told by that.
                .map(changeSet -> !changeSet.isRunOnChange() && applied.differsFrom(changeSet)
                        ? ChecksumState.CHANGED
                        : ChecksumState.SAME)
                .orElse(ChecksumState.UNKNOWN);
    }

    private Optional<ChangeSet> known(Applied applied) {
        return known.stream().filter(applied::isOf).findFirst();
    }

    private static Changeset changeset(ChangeSet changeSet) {
        return new Changeset(changeSet.getId(), changeSet.getAuthor(), changeSet.getFilePath(), destroys(changeSet));
    }

    private static List<String> destroys(ChangeSet changeSet) {
        return changeSet.getChanges().stream()
                .flatMap(change -> change instanceof RawSQLChange sql
                        ? Destruction.in(sql.getSql()).stream()
                        : List.of(change.getClass().getSimpleName() + ", which is not SQL").stream())
                .toList();
    }

    private AppliedChangeset applied(Applied row) {
        return new AppliedChangeset(
                known(row)
                        .map(Changesets::changeset)
                        .orElseGet(() -> new Changeset(row.id(), row.author(), row.file(), List.of())),
                row.order(),
                row.at(),
                row.deployment(),
                row.liquibaseVersion(),
                row.checksum().map(Object::toString).orElse(""),
                checksumState(row),
                row.tag());
    }
}
