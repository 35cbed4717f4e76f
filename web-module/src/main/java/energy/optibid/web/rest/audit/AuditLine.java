package energy.optibid.web.rest.audit;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import energy.optibid.identity.AuditedEntry;
import energy.optibid.web.rest.CsvLine;
import energy.optibid.web.rest.json.Json;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An entry as a line of a file, its documents as they are stored. */
record AuditLine(
        UUID id,
        Instant at,
        Optional<UUID> userId,
        Optional<String> userEmail,
        String action,
        String subjectType,
        String subjectId,
        String outcome,
        String address,
        String userAgent,
        String requestId,
        Optional<Document> oldValues,
        Optional<Document> newValues,
        Optional<Long> sequence) {

    static final String CSV_HEAD =
            "id,at,userId,userEmail,action,subjectType,subjectId,outcome,address,userAgent,requestId,"
                    + "oldValues,newValues,sequence\r\n";

    /** JSON that is written as it is. */
    record Document(@JsonValue @JsonRawValue String json) {}

    static AuditLine of(AuditedEntry entry) {
        return new AuditLine(
                entry.id(),
                entry.at(),
                entry.userId(),
                entry.userEmail(),
                entry.action(),
                entry.subjectType(),
                entry.subjectId(),
                entry.outcome(),
                entry.origin().address(),
                entry.origin().userAgent(),
                entry.origin().requestId(),
                entry.oldJson().map(Document::new),
                entry.newJson().map(Document::new),
                entry.sequence());
    }

    byte[] json() {
        return (new String(Json.bytes(this), StandardCharsets.UTF_8) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    byte[] csv() {
        return new CsvLine()
                .add(id)
                .add(at)
                .add(userId)
                .add(userEmail)
                .add(action)
                .add(subjectType)
                .add(subjectId)
                .add(outcome)
                .add(address)
                .add(userAgent)
                .add(requestId)
                .add(oldValues.map(Document::json))
                .add(newValues.map(Document::json))
                .add(sequence)
                .bytes();
    }
}
