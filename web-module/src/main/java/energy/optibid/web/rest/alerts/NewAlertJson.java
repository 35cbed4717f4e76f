package energy.optibid.web.rest.alerts;

import energy.optibid.notification.AlertSeverity;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An alert to be raised. */
public record NewAlertJson(
        AlertSeverity severity,

        @Schema(description = "Plain text, 1 to 500 characters")
        String message,

        @Schema(description = "In 24 hours unless given, at most 31 days ahead")
        Optional<Instant> endsAt) {}
