package energy.optibid.web.rest.audit;

import energy.optibid.identity.AuditLog;
import energy.optibid.identity.AuditQuery;
import energy.optibid.identity.AuditedEntry;
import energy.optibid.identity.Role;
import energy.optibid.liquibase.audit.ChainHead;
import energy.optibid.platform.Actor;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The audit trail of the caller's organisation, or of the platform. */
@Path("audit-entries")
@ApplicationScoped
@RolesAllowed({Role.ADMINISTRATOR, Role.OPERATOR})
@Tag(name = "audit")
public class AuditEntriesResource {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MAX_LIMIT = 500;

    @Inject
    AuditLog log;

    @Inject
    Caller caller;

    @GET
    @Produces({MediaType.APPLICATION_JSON, AuditFormat.TEXT_CSV, AuditFormat.APPLICATION_JSONL})
    @Operation(
            operationId = "listAuditEntries",
            summary = "Search the audit trail",
            description =
                    "Who did what, when, from where, newest first. By Accept or format also as CSV or JSON lines: then"
                            + " all that match, at most 100,000, without limit and cursor; the export is itself recorded."
                            + " Administrators read their organisation's, operators the platform's.")
    @APIResponse(
            responseCode = "200",
            description = "A page of entries, or a file with all of them",
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AuditEntryPageJson.class)),
                @Content(mediaType = AuditFormat.TEXT_CSV, schema = @Schema(implementation = String.class)),
                @Content(mediaType = AuditFormat.APPLICATION_JSONL, schema = @Schema(implementation = String.class))
            })
    @APIResponse(responseCode = "422", description = "too-many-points, of an export")
    public Response list(
            @Parameter(description = "The earliest instant") @QueryParam("from") @Nullable Instant from,
            @Parameter(description = "The first instant after them") @QueryParam("to") @Nullable Instant to,
            @Parameter(description = "For example asset.create") @QueryParam("action") @Nullable String action,
            @Parameter(description = "Who") @QueryParam("userId") @Nullable UUID userId,
            @Parameter(description = "Upon what, for example asset") @QueryParam("subjectType") @Nullable
                    String subjectType,
            @Parameter(description = "Upon which; with subjectType") @QueryParam("subjectId") @Nullable
                    String subjectId,
            @Parameter(
                            description =
                                    "Whose; unless given, the organisation's for an administrator, else the platform's")
                    @QueryParam("scope")
                    @Nullable
                    AuditScope scope,
            @QueryParam("format") @Nullable AuditFormat format,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable UUID cursor,
            @Context HttpHeaders headers) {
        Actor reader = AuditReaders.reader(caller.actor(), Optional.ofNullable(scope));
        AuditQuery query = query(
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                Optional.ofNullable(action),
                Optional.ofNullable(userId),
                Optional.ofNullable(subjectType),
                Optional.ofNullable(subjectId));
        AuditFormat form = format == null ? AuditFormat.preferred(headers) : format;
        return form == AuditFormat.JSON
                ? page(reader, query, limit == null ? DEFAULT_LIMIT : limit, Optional.ofNullable(cursor))
                : file(reader, query, form);
    }

    @GET
    @Path("verification")
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "verifyAuditEntries",
            summary = "Verify the audit trail",
            description =
                    "Walks along the whole chain of seals, and names the first entry that is not as it was sealed and"
                            + " those that wait for their seal. Note the head elsewhere, and give it as expectedHead later: only so"
                            + " is it found that the newest entries were deleted.")
    @APIResponse(responseCode = "200", description = "What was found")
    public ChainVerificationJson verify(
            @Parameter(
                            description =
                                    "Whose; unless given, the organisation's for an administrator, else the platform's")
                    @QueryParam("scope")
                    @Nullable
                    AuditScope scope,
            @Parameter(description = "A head that was noted: sequence, colon, hash")
                    @QueryParam("expectedHead")
                    @Nullable
                    String expectedHead) {
        Actor reader = AuditReaders.reader(caller.actor(), Optional.ofNullable(scope));
        Optional<ChainHead> expected = Optional.ofNullable(expectedHead).map(AuditEntriesResource::head);
        return ChainVerificationJson.of(log.verify(reader, expected));
    }

    private Response page(Actor reader, AuditQuery query, int limit, Optional<UUID> cursor) {
        int most = Math.max(1, Math.min(limit, MAX_LIMIT));
        List<AuditedEntry> entries = log.entries(reader, query, most + 1, cursor);
        List<AuditEntryJson> page =
                entries.stream().limit(most).map(AuditEntryJson::of).toList();
        Optional<String> next =
                entries.size() > most ? Optional.of(entries.get(most - 1).id().toString()) : Optional.empty();
        return Response.ok(new AuditEntryPageJson(page, next), MediaType.APPLICATION_JSON)
                .build();
    }

    private Response file(Actor reader, AuditQuery query, AuditFormat format) {
        String name = format.type().getSubtype();
        log.beginExport(reader, query, name);
        return Response.ok(
                        new AuditExport(log, reader, query, format),
                        format.type().withCharset("utf-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"audit-entries." + name + "\"")
                .build();
    }

    private static AuditQuery query(
            Optional<Instant> from,
            Optional<Instant> to,
            Optional<String> action,
            Optional<UUID> userId,
            Optional<String> subjectType,
            Optional<String> subjectId) {
        if (subjectId.isPresent() && subjectType.isEmpty()) {
            throw invalid(Finding.of("missing-parameter", "subjectType", "subjectId needs subjectType"));
        }
        return new AuditQuery(from, to, action, userId, subjectType, subjectId);
    }

    private static ChainHead head(String text) {
        try {
            return ChainHead.parse(text);
        } catch (IllegalArgumentException e) {
            throw invalid(Finding.of(
                    "invalid-value", "expectedHead", "expectedHead must be a sequence, a colon and a hash", text));
        }
    }

    private static ProblemException invalid(Finding finding) {
        return new ProblemException(ProblemCode.INVALID_PARAMETERS, List.of(finding));
    }
}
