package energy.optibid.liquibase.audit;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.UUID;

/**
 * The bytes of a seal and its entry that are hashed, format 1: the ASCII text {@code optibid-audit-1}, then in this order
 * organisation, sequence, previous hash, instant of sealing; entry's id, organisation, user, instant, action, type and id of
 * the subject, outcome, address, user agent, request id, old values, new values. Each is its length in bytes as 32 bits,
 * then its bytes; what is absent has the length -1 and no bytes. Numbers have 64 bits, big-endian, instants are microseconds
 * since 1970 in UTC, texts are UTF-8, identifiers the 16 bytes of the UUID. So no two rows have the same bytes, and none
 * depends on how a database writes an instant or a JSON document.
 */
public final class CanonicalEntry {
    /** In {@code audit_seals.format}; another way to write the bytes gets another number. */
    public static final short FORMAT = 1;

    private static final byte[] HEAD = "optibid-audit-1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ABSENT =
            ByteBuffer.allocate(Integer.BYTES).putInt(-1).array();

    private final MessageDigest digest = sha256();

    private CanonicalEntry() {
        digest.update(HEAD);
    }

    /** The hash that a seal at this place over this entry has. */
    public static ChainHash hash(SealPlace place, AuditRow row) {
        return new CanonicalEntry()
                .add(place.organisationId())
                .add(place.sequence())
                .add(place.previous().bytes())
                .add(place.sealedAtMicros())
                .add(row)
                .hash();
    }

    private CanonicalEntry add(AuditRow row) {
        return add(row.id())
                .add(row.organisationId())
                .add(row.userId().map(CanonicalEntry::bytes))
                .add(row.atMicros())
                .add(row.action())
                .add(row.subjectType())
                .add(row.subjectId())
                .add(row.outcome())
                .add(row.address())
                .add(row.userAgent())
                .add(row.requestId())
                .add(row.oldValues().map(CanonicalEntry::bytes))
                .add(row.newValues().map(CanonicalEntry::bytes));
    }

    private CanonicalEntry add(Optional<byte[]> bytes) {
        if (bytes.isPresent()) {
            return add(bytes.get());
        }
        digest.update(ABSENT);
        return this;
    }

    private CanonicalEntry add(UUID id) {
        return add(bytes(id));
    }

    private CanonicalEntry add(String text) {
        return add(bytes(text));
    }

    private CanonicalEntry add(long number) {
        return add(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
    }

    private CanonicalEntry add(byte[] bytes) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        digest.update(bytes);
        return this;
    }

    private ChainHash hash() {
        return ChainHash.of(digest.digest());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("The JDK has no SHA-256", e);
        }
    }
}
