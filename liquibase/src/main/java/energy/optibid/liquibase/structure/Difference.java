package energy.optibid.liquibase.structure;

import java.util.Optional;

/**
 * Where a database is not what the release declares.
 *
 * @param kind of thing, for example {@code column}
 * @param expected absent for what the release does not have
 * @param found absent for what is missing
 * @param warning the release works with it all the same
 */
public record Difference(String kind, String name, Optional<String> expected, Optional<String> found, boolean warning) {

    static Difference between(Part expected, Optional<Part> found) {
        return new Difference(
                expected.kind().toString(),
                expected.name(),
                Optional.of(expected.definition()),
                found.map(Part::definition),
                false);
    }

    static Difference extra(Part found) {
        return new Difference(
                found.kind().toString(),
                found.name(),
                Optional.empty(),
                Optional.of(found.definition()),
                !found.mattersWhenExtra());
    }
}
