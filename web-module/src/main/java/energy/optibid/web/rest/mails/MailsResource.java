package energy.optibid.web.rest.mails;

import energy.optibid.identity.Mails;
import energy.optibid.identity.Role;
import energy.optibid.web.rest.Items;
import energy.optibid.web.rest.Limits;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The queue of mails, for those who carry links by hand. */
@Path("mails")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "mails")
public class MailsResource {

    @Inject
    Mails mails;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "listMails",
            summary = "List the mails that wait",
            description =
                    "Newest first: of an administrator's organisation, and for an operator those that nobody else can"
                            + " see to. Where no mail server is set up, with their links; in development also those that were"
                            + " sent, with their texts.")
    @APIResponse(responseCode = "200", description = "The mails")
    public Items<MailJson> list(@QueryParam("limit") @Nullable Integer limit) {
        return Items.all(mails.mails(caller.actor(), Limits.of(limit)).stream()
                .map(MailJson::of)
                .toList());
    }
}
