package energy.optibid.liquibase.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/** Format 1 written a second time from its description, to check the first. */
final class CanonicalEntryReference {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream data = new DataOutputStream(bytes);

    private CanonicalEntryReference() {}

    static String hash(SealPlace place, AuditRow row) {
        try {
            return new CanonicalEntryReference().write(place, row);
        } catch (IOException | GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    private String write(SealPlace place, AuditRow row) throws IOException, GeneralSecurityException {
        data.writeBytes("optibid-audit-1");
        id(place.organisationId());
        number(place.sequence());
        data.writeInt(32);
        data.write(place.previous().bytes());
        number(place.sealedAtMicros());
        id(row.id());
        id(row.organisationId());
        if (row.userId().isPresent()) {
            id(row.userId().get());
        } else {
            data.writeInt(-1);
        }
        number(row.atMicros());
        for (String text : new String[] {
            row.action(),
            row.subjectType(),
            row.subjectId(),
            row.outcome(),
            row.address(),
            row.userAgent(),
            row.requestId()
        }) {
            text(text);
        }
        optional(row.oldValues());
        optional(row.newValues());
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray()));
    }

    private void id(UUID id) throws IOException {
        data.writeInt(16);
        data.writeLong(id.getMostSignificantBits());
        data.writeLong(id.getLeastSignificantBits());
    }

    private void number(long number) throws IOException {
        data.writeInt(8);
        data.writeLong(number);
    }

    private void optional(Optional<String> text) throws IOException {
        if (text.isPresent()) {
            text(text.get());
        } else {
            data.writeInt(-1);
        }
    }

    private void text(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        data.writeInt(utf8.length);
        data.write(utf8);
    }
}
