package energy.optibid.liquibase.audit;

import energy.optibid.liquibase.audit.ChainBreak.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** Goes along a chain, seal by seal, and remembers of it only the last hash. */
final class ChainWalk {
    /** What to select of {@code audit_seals s}; {@link AuditRow#COLUMNS} follow. */
    static final String COLUMNS = "s.sequence, s.entry_id, s.format, s.previous_hash, s.hash, s.key_id, s.code,"
            + " (extract(epoch from s.sealed_at) * 1000000)::bigint";

    private static final int FIRST_OF_ENTRY = 9;

    private final UUID organisationId;
    private final SealKeys keys;
    private final Optional<ChainHead> expected;
    private long sequence;
    private ChainHash last = ChainHash.NONE;

    ChainWalk(UUID organisationId, SealKeys keys, Optional<ChainHead> expected) {
        this.organisationId = organisationId;
        this.keys = keys;
        this.expected = expected;
    }

    /** Checks the next seal; what is wrong with it, absent where nothing is. */
    Optional<ChainBreak> step(ResultSet row) throws SQLException {
        long found = row.getLong(1);
        UUID entryId = row.getObject(2, UUID.class);
        Optional<Kind> wrong = found == sequence + 1 ? wrong(row) : Optional.of(Kind.SEAL_MISSING);
        if (wrong.isEmpty()) {
            sequence = found;
            last = ChainHash.of(row.getBytes(5));
        }
        return wrong.map(kind -> ChainBreak.at(kind, found, entryId));
    }

    /** What is wrong with the end of the chain, after its last seal. */
    Optional<ChainBreak> end() {
        return expected.filter(head -> head.sequence() > sequence)
                .map(head -> new ChainBreak(Kind.TAIL_MISSING, Optional.of(sequence + 1), Optional.empty()));
    }

    long sealed() {
        return sequence;
    }

    Optional<ChainHead> head() {
        return sequence == 0 ? Optional.empty() : Optional.of(new ChainHead(sequence, last));
    }

    private Optional<Kind> wrong(ResultSet row) throws SQLException {
        ChainHash hash = ChainHash.of(row.getBytes(5));
        SealKeys.Verdict verdict = keys.check(row.getInt(6), hash, row.getBytes(7));
        if (verdict == SealKeys.Verdict.WRONG) {
            return Optional.of(Kind.SEAL_ALTERED);
        }
        if (verdict == SealKeys.Verdict.UNKNOWN_KEY && !keys.isEmpty()) {
            return Optional.of(Kind.KEY_UNKNOWN);
        }
        if (!ChainHash.of(row.getBytes(4)).equals(last)) {
            return Optional.of(Kind.LINK_BROKEN);
        }
        if (row.getShort(3) != CanonicalEntry.FORMAT) {
            return Optional.of(Kind.FORMAT_UNKNOWN);
        }
        return wrongEntry(row, hash);
    }

    private Optional<Kind> wrongEntry(ResultSet row, ChainHash hash) throws SQLException {
        if (row.getObject(FIRST_OF_ENTRY) == null) {
            return Optional.of(Kind.ENTRY_MISSING);
        }
        SealPlace place = new SealPlace(organisationId, sequence + 1, last, row.getLong(8));
        if (!CanonicalEntry.hash(place, AuditRow.read(row, FIRST_OF_ENTRY)).equals(hash)) {
            return Optional.of(Kind.ENTRY_ALTERED);
        }
        boolean differs = expected.filter(head -> head.sequence() == sequence + 1)
                .filter(head -> !head.hash().equals(hash))
                .isPresent();
        return differs ? Optional.of(Kind.HEAD_DIFFERS) : Optional.empty();
    }
}
