package energy.optibid.web.rest.alerts;

import energy.optibid.notification.Alert;
import energy.optibid.notification.AlertSeverity;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What an administrator tells everybody in the organisation. */
public record AlertJson(
        UUID id,
        AlertSeverity severity,
        String message,

        @Schema(description = "The administrator") UUID raisedBy,

        Instant raisedAt,

        @Schema(description = "From then on it does not stand any more")
        Instant endsAt) {

    static AlertJson of(Alert alert) {
        return new AlertJson(
                alert.id(), alert.severity(), alert.message(), alert.raisedBy(), alert.raisedAt(), alert.endsAt());
    }
}
