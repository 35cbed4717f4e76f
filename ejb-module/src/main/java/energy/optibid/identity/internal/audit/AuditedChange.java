package energy.optibid.identity.internal.audit;

import java.util.Map;
import java.util.Optional;

/**
 * What an entry says, fit to be stored: without secrets, within the lengths of the columns.
 *
 * @param outcome {@code success} or {@code refused}
 * @param oldJson a JSON object, absent where there was nothing before
 * @param newJson a JSON object, absent where there is nothing after
 */
public record AuditedChange(
        String action,
        String subjectType,
        String subjectId,
        String outcome,
        Optional<String> oldJson,
        Optional<String> newJson) {
    private static final int MAX_SUBJECT_ID = 200;
    private static final String NOTHING = "-";

    public static AuditedChange of(
            String action, String subjectType, String subjectId, Optional<String> oldJson, Optional<String> newJson) {
        return new AuditedChange(
                action,
                subjectType,
                subject(subjectId),
                "success",
                oldJson.map(MaskedJson::of),
                newJson.map(MaskedJson::of));
    }

    public static AuditedChange event(
            String action, String subjectType, String subjectId, Map<String, String> details) {
        Optional<String> json = details.isEmpty() ? Optional.empty() : Optional.of(MaskedJson.of(details));
        return new AuditedChange(action, subjectType, subject(subjectId), "success", Optional.empty(), json);
    }

    public AuditedChange refused() {
        return new AuditedChange(action, subjectType, subjectId, "refused", oldJson, newJson);
    }

    private static String subject(String id) {
        String text = AuditText.of(id, MAX_SUBJECT_ID);
        return text.isEmpty() ? NOTHING : text;
    }
}
