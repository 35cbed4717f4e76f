package energy.optibid.liquibase.audit;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a verification found.
 *
 * @param sealed seals that were checked: all of them, or those before the first break
 * @param unsealed entries that wait for their seal
 * @param unsealedEntries the oldest of these, at most {@link #MAX_NAMED}
 * @param head the newest seal, absent where there is none or the chain is broken before it
 * @param firstBreak absent where the chain is as it was sealed
 * @param codesChecked whether the keys were given, without which a forged chain looks like a genuine one
 */
public record ChainReport(
        UUID organisationId,
        long sealed,
        long unsealed,
        List<UUID> unsealedEntries,
        Optional<ChainHead> head,
        Optional<ChainBreak> firstBreak,
        boolean codesChecked) {
    public static final int MAX_NAMED = 100;

    public ChainReport {
        unsealedEntries = List.copyOf(unsealedEntries);
    }

    public boolean isIntact() {
        return firstBreak.isEmpty();
    }
}
