package energy.optibid.web.rest.audit;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;

/** The forms in which entries are answered. */
public enum AuditFormat {
    JSON(MediaType.APPLICATION_JSON),
    CSV(AuditFormat.TEXT_CSV),
    JSONL(AuditFormat.APPLICATION_JSONL);

    static final String TEXT_CSV = "text/csv";
    static final String APPLICATION_JSONL = "application/jsonl";

    private final String type;

    AuditFormat(String type) {
        this.type = type;
    }

    MediaType type() {
        return MediaType.valueOf(type);
    }

    /** The first form that the caller names; JSON where it takes anything. */
    static AuditFormat preferred(HttpHeaders headers) {
        return headers.getAcceptableMediaTypes().stream()
                .filter(wanted -> !wanted.isWildcardType() && !wanted.isWildcardSubtype())
                .flatMap(wanted -> Arrays.stream(values()).filter(format -> wanted.isCompatible(format.type())))
                .findFirst()
                .orElse(JSON);
    }
}
