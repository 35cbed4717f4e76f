package energy.optibid.web.rest.models;

import energy.optibid.forecasting.ModelArtefact;
import energy.optibid.forecasting.ModelRegistry;
import energy.optibid.identity.Role;
import energy.optibid.platform.Actor;
import energy.optibid.web.rest.IfNoneMatch;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The files of a training. */
@Path("model-runs/{id}/artefacts")
@ApplicationScoped
@Tag(name = "models")
public class RunArtefactsResource {
    private static final int MAX_BYTES = 16 << 20;

    @Inject
    ModelRegistry registry;

    @Inject
    Caller caller;

    @GET
    @Path("{path: .+}")
    @Produces(MediaType.WILDCARD)
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "readArtefact",
            summary = "Read an artefact of a model run",
            description = "Its content as it was stored, with its SHA-256 as ETag, to be saved as a file.")
    @APIResponse(
            responseCode = "200",
            description = "The content",
            content = @Content(mediaType = MediaType.WILDCARD, schema = @Schema(implementation = String.class)))
    @APIResponse(responseCode = "304", description = "It is what If-None-Match names")
    @APIResponse(
            responseCode = "404",
            description = "model-run-not-found, also for another organisation's; artefact-not-found")
    public Response read(
            @PathParam("id") UUID id,
            @Parameter(description = "As the run lists it, with its slashes", example = "model/weights.json")
                    @PathParam("path")
                    String path,
            @Context HttpHeaders headers) {
        Actor actor = caller.actor();
        ModelArtefact artefact = registry.artefact(actor, id, path);
        EntityTag tag = new EntityTag(artefact.sha256());
        return IfNoneMatch.answer(
                headers,
                Optional.of(tag),
                () -> Response.ok(registry.content(actor, id, artefact), artefact.mediaType())
                        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment"));
    }

    @PUT
    @Path("{path: .+}")
    @Consumes({MediaType.TEXT_PLAIN, MediaType.WILDCARD})
    @Produces(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.ANALYST, Role.TRADER, Role.ADMINISTRATOR})
    @Operation(
            operationId = "storeArtefact",
            summary = "Store an artefact of a model run",
            description =
                    "The body is the file itself, up to 16 MiB, of any media type; it takes the place of the one at its"
                            + " path while the run has not ended. A run has up to 100.")
    @APIResponse(responseCode = "200", description = "What was stored")
    @APIResponse(responseCode = "404", description = "model-run-not-found, also for another organisation's")
    @APIResponse(responseCode = "409", description = "model-run-ended")
    @APIResponse(responseCode = "413", description = "body-too-large")
    @APIResponse(responseCode = "422", description = "model-refused")
    public ArtefactJson store(
            @PathParam("id") UUID id,
            @Parameter(description = "Up to 250 characters, with slashes", example = "model/weights.json")
                    @PathParam("path")
                    String path,
            @Context HttpHeaders headers,
            InputStream file)
            throws IOException {
        byte[] content = file.readNBytes(MAX_BYTES + 1);
        if (content.length > MAX_BYTES) {
            throw new ProblemException(ProblemCode.BODY_TOO_LARGE, "An artefact has at most 16 MiB");
        }
        return ArtefactJson.of(registry.store(caller.actor(), id, path, mediaType(headers), content));
    }

    private static String mediaType(HttpHeaders headers) {
        MediaType given = headers.getMediaType();
        return given == null ? MediaType.APPLICATION_OCTET_STREAM : given.getType() + "/" + given.getSubtype();
    }
}
