package energy.optibid.web.rest.audit;

import energy.optibid.identity.AuditLog;
import energy.optibid.identity.AuditQuery;
import energy.optibid.identity.AuditedEntry;
import energy.optibid.platform.Actor;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes entries page by page, each in a short transaction: a slow reader holds no connection to the database. */
record AuditExport(AuditLog log, Actor actor, AuditQuery query, AuditFormat format) implements StreamingOutput {
    private static final int PAGE = 1_000;

    @Override
    public void write(OutputStream output) throws IOException {
        if (format == AuditFormat.CSV) {
            output.write(AuditLine.CSV_HEAD.getBytes(StandardCharsets.UTF_8));
        }
        int left = AuditLog.MAX_EXPORTED;
        List<AuditedEntry> page = page(Optional.empty(), left);
        while (!page.isEmpty()) {
            for (AuditedEntry entry : page) {
                AuditLine line = AuditLine.of(entry);
                output.write(format == AuditFormat.CSV ? line.csv() : line.json());
            }
            left -= page.size();
            UUID last = page.get(page.size() - 1).id();
            page = page.size() < PAGE ? List.of() : page(Optional.of(last), left);
        }
    }

    private List<AuditedEntry> page(Optional<UUID> after, int left) {
        return left <= 0 ? List.of() : log.entries(actor, query, Math.min(PAGE, left), after);
    }
}
