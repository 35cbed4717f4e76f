package energy.optibid.web.rest.alerts;

import energy.optibid.identity.Role;
import energy.optibid.notification.Alert;
import energy.optibid.notification.Alerts;
import energy.optibid.web.rest.Answered;
import energy.optibid.web.rest.Items;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Alerts to everybody in the organisation. */
@Path("alerts")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "operations")
public class AlertsResource {

    @Inject
    Alerts alerts;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "listAlerts",
            summary = "List the alerts that stand",
            description = "Those of your organisation that have not ended and were not withdrawn, the newest first.")
    @APIResponse(responseCode = "200", description = "The alerts")
    public Items<AlertJson> list() {
        return Items.all(
                alerts.standing(caller.actor()).stream().map(AlertJson::of).toList());
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "raiseAlert",
            summary = "Raise an alert",
            description =
                    "Everybody in your organisation who has a page open sees it at once, by the event AlertRaised at"
                            + " /ws/desk; who comes later sees it while it stands. Accepts an Idempotency-Key.")
    @APIResponseSchema(value = AlertJson.class, responseCode = "201", responseDescription = "The alert")
    @APIResponse(responseCode = "422", description = "alert-refused")
    public Response raise(NewAlertJson wanted, @Context UriInfo address) {
        Alert alert = alerts.raise(caller.actor(), wanted.severity(), wanted.message(), wanted.endsAt());
        return Answered.created(address, alert.id(), AlertJson.of(alert));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "withdrawAlert",
            summary = "Withdraw an alert",
            description = "Before it ends. It stays in the audit log.")
    @APIResponse(responseCode = "204", description = "It does not stand any more")
    @APIResponse(responseCode = "404", description = "alert-not-found, also for another organisation's")
    public void withdraw(@PathParam("id") UUID id) {
        alerts.withdraw(caller.actor(), id);
    }
}
