package energy.optibid.web.rest.logging;

import energy.optibid.identity.AuditTrail;
import energy.optibid.identity.Role;
import energy.optibid.platform.LogLevels;
import energy.optibid.platform.LoggerLevel;
import energy.optibid.web.rest.Items;
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
import jakarta.ws.rs.core.MediaType;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How much this node logs, for operators who look for something. */
@Path("logging/levels")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@RolesAllowed(Role.OPERATOR)
@Tag(name = "operations")
public class LogLevelsResource {

    @Inject
    LogLevels levels;

    @Inject
    AuditTrail audit;

    @Inject
    Caller caller;

    @GET
    @Operation(
            operationId = "listLogLevels",
            summary = "List how much is logged",
            description = "The loggers of this node whose level can be set, by name. Each node has levels of its own.")
    @APIResponse(responseCode = "200", description = "All of them")
    public Items<LoggerLevelJson> list() {
        return Items.all(levels.levels().stream().map(LoggerLevelJson::of).toList());
    }

    @PUT
    @Path("{logger}")
    @Consumes(MediaType.APPLICATION_JSON)
    @Operation(
            operationId = "setLogLevel",
            summary = "Set how much is logged",
            description =
                    "On the node that answers, at once, until it is restarted or the level is set again; loggers"
                            + " below that were set by themselves keep their level. optibid.log.level is what a start begins with.")
    @APIResponse(responseCode = "200", description = "The level")
    @APIResponse(responseCode = "404", description = "logger-not-found")
    public LoggerLevelJson set(@PathParam("logger") String logger, WantedLevelJson wanted) {
        LoggerLevel before = levels.find(logger).orElseThrow(() -> new ProblemException(ProblemCode.LOGGER_NOT_FOUND));
        LoggerLevel after = new LoggerLevel(logger, wanted.level());
        // First, so that no level changes that nobody can see who changed.
        audit.recordEvent(
                caller.actor(),
                "log-level.set",
                "logger",
                logger,
                Map.of("from", before.level().name(), "to", after.level().name()));
        levels.set(after);
        return LoggerLevelJson.of(after);
    }
}
