package energy.optibid.web.rest.audit;

import energy.optibid.liquibase.audit.ChainBreak;
import energy.optibid.liquibase.audit.ChainReport;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What the verification of a chain found.
 *
 * @param sealed how many seals were checked, up to the first break
 * @param unsealed how many entries wait for their seal
 * @param unsealedEntries the oldest of these, at most 100
 * @param head sequence and hash of the newest seal, to be noted elsewhere; absent where there is none
 * @param firstBroken absent where the chain is as it was sealed
 */
public record ChainVerificationJson(
        State state,
        long sealed,
        long unsealed,
        List<UUID> unsealedEntries,
        Optional<String> head,
        Optional<BrokenEntryJson> firstBroken) {

    /** Whether the chain is as it was sealed. */
    public enum State {
        INTACT,
        BROKEN
    }

    /**
     * The first place where it is not.
     *
     * @param kind for example {@code entry-altered}
     * @param sequence of the seal, absent where the entry has none
     */
    public record BrokenEntryJson(String kind, String detail, Optional<Long> sequence, Optional<UUID> entryId) {
        static BrokenEntryJson of(ChainBreak broken) {
            return new BrokenEntryJson(
                    broken.kind().code(), broken.kind().words(), broken.sequence(), broken.entryId());
        }
    }

    public ChainVerificationJson {
        unsealedEntries = List.copyOf(unsealedEntries);
    }

    static ChainVerificationJson of(ChainReport report) {
        return new ChainVerificationJson(
                report.isIntact() ? State.INTACT : State.BROKEN,
                report.sealed(),
                report.unsealed(),
                report.unsealedEntries(),
                report.head().map(Object::toString),
                report.firstBreak().map(BrokenEntryJson::of));
    }
}
