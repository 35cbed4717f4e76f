package energy.optibid.liquibase;

import energy.optibid.liquibase.structure.Difference;
import energy.optibid.liquibase.structure.Structure;
import java.util.List;

/**
 * What was found of a database.
 *
 * @param differences from what this release declares, warnings among them; empty where it is the same
 * @param found what the database is made of
 */
public record Verification(List<Difference> differences, Structure found) {
    public Verification {
        differences = List.copyOf(differences);
    }

    /** Whether the release works with the database; there may be warnings all the same. */
    public boolean isSound() {
        return differences.stream().allMatch(Difference::warning);
    }
}
