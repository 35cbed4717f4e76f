package energy.optibid.liquibase.audit;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The first place where a chain is not as it was sealed.
 *
 * @param sequence of the seal; absent where the entry has none
 * @param entryId absent where only the seal's place is known
 */
public record ChainBreak(Kind kind, Optional<Long> sequence, Optional<UUID> entryId) {

    /** What is wrong there. */
    public enum Kind {
        /** A seal is missing before this one. */
        SEAL_MISSING("a seal is missing before this one"),
        /** The seal does not follow the one before it. */
        LINK_BROKEN("the seal does not name the hash of the one before it"),
        /** There is a seal, but no entry. */
        ENTRY_MISSING("the entry was deleted"),
        /** The seal is genuine, the entry is another. */
        ENTRY_ALTERED("the entry is not as it was sealed"),
        /** The seal was not made by OptiBid, or was changed. */
        SEAL_ALTERED("the seal is not as OptiBid made it"),
        /** The seal names a key that was not given: one of earlier that is missing, or one of a forger. */
        KEY_UNKNOWN("the seal names a key that is not configured, neither as the present nor as a previous one"),
        /** The seal names a way to hash that this release does not know. */
        FORMAT_UNKNOWN("the seal has a format that this release does not know"),
        /** An entry has no seal and does not wait for one. */
        ENTRY_UNSEALED(
                "the entry has no seal and does not wait for one: it was written behind OptiBid's back, or its seal"
                        + " was deleted"),
        /** An entry was deleted before it was sealed. */
        WAITING_ENTRY_MISSING("the entry was deleted before it was sealed"),
        /** The chain ends before the head that was noted elsewhere. */
        TAIL_MISSING("the chain ends before the expected head"),
        /** The seal at the place of the noted head is another. */
        HEAD_DIFFERS("the seal is another than the expected head");

        private final String words;

        Kind(String words) {
            this.words = words;
        }

        /** In kebab-case, for example {@code entry-altered}. */
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /** In a few words, to follow a colon. */
        public String words() {
            return words;
        }
    }

    static ChainBreak at(Kind kind, long sequence, UUID entryId) {
        return new ChainBreak(kind, Optional.of(sequence), Optional.of(entryId));
    }

    static ChainBreak of(Kind kind, UUID entryId) {
        return new ChainBreak(kind, Optional.empty(), Optional.of(entryId));
    }
}
