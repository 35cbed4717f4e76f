package energy.optibid.web.rest.users;

import energy.optibid.identity.Role;
import energy.optibid.identity.UserAccount;
import energy.optibid.identity.Users;
import energy.optibid.platform.Actor;
import energy.optibid.web.rest.Answered;
import energy.optibid.web.rest.Cursor;
import energy.optibid.web.rest.IfMatch;
import energy.optibid.web.rest.Items;
import energy.optibid.web.rest.Limits;
import energy.optibid.web.rest.PageQuery;
import energy.optibid.web.rest.json.MergePatch;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBodySchema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The users of the caller's organisation. */
@Path("users")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "users")
public class UsersResource {

    @Inject
    Users users;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "listUsers",
            summary = "List the users",
            description = "The users of your organisation, by address; deleted ones are not there.")
    @APIResponse(responseCode = "200", description = "A page of users")
    public Items<AccountJson> list(
            @QueryParam("limit") @Nullable Integer limit, @QueryParam("cursor") @Nullable String cursor) {
        PageQuery<String> page = PageQuery.of(Limits.of(limit), cursor, Cursor::read);
        return page.page(
                users.users(caller.actor(), page.after().orElse(""), page.oneMore()),
                AccountJson::of,
                last -> Cursor.of(last.email()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "inviteUser",
            summary = "Invite a user",
            description =
                    "Adds a user to your organisation, who opens the account by the link of a mail. Only an operator"
                            + " gives the role of an operator. Accepts an Idempotency-Key.")
    @APIResponseSchema(
            value = AccountJson.class,
            responseCode = "201",
            responseDescription = "The user, their address in Location")
    @APIResponse(responseCode = "403", description = "forbidden, role-not-grantable")
    @APIResponse(responseCode = "422", description = "account-refused")
    public Response invite(NewUserJson user, @Context UriInfo address) {
        UserAccount invited = users.invite(caller.actor(), user.invitation()).user();
        return Answered.created(address, invited.id(), AccountJson.of(invited));
    }

    @GET
    @Path("{id}")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "readUser",
            summary = "Read a user",
            description = "One user of your organisation, with the version as ETag.")
    @APIResponseSchema(value = AccountJson.class, responseCode = "200", responseDescription = "The user")
    @APIResponse(responseCode = "404", description = "user-not-found, also for another organisation's")
    public Response read(@PathParam("id") UUID id) {
        return answer(users.user(caller.actor(), id));
    }

    @PATCH
    @Path("{id}")
    @Consumes({MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON})
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "changeUser",
            summary = "Change a user",
            description =
                    "A JSON merge patch of name, roles or status. Other roles and a suspension end all sessions of the"
                            + " user. Only an operator gives or takes the role of an operator, or changes who has"
                            + " it.")
    @APIResponseSchema(
            value = AccountJson.class,
            responseCode = "200",
            responseDescription = "The user after the change")
    @APIResponse(responseCode = "403", description = "forbidden, role-not-grantable")
    @APIResponse(responseCode = "404", description = "user-not-found")
    @APIResponse(responseCode = "409", description = "last-administrator")
    @APIResponse(responseCode = "422", description = "account-refused")
    public Response change(
            @PathParam("id") UUID id,
            @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch,
            @RequestBodySchema(UserDetailsJson.class) MergePatch patch) {
        Actor actor = caller.actor();
        int version = IfMatch.version(ifMatch);
        UserDetailsJson now =
                UserDetailsJson.of(users.userAt(actor, id, version).details());
        return answer(users.change(actor, id, version, patch.applyTo(now).details()));
    }

    @DELETE
    @Path("{id}")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "deleteUser",
            summary = "Delete a user",
            description =
                    "Ends all sessions of the user and forgets address, name, password and roles. What the user did"
                            + " stays; the address is free again.")
    @APIResponse(responseCode = "204", description = "The user is gone")
    @APIResponse(responseCode = "403", description = "forbidden, role-not-grantable")
    @APIResponse(responseCode = "404", description = "user-not-found")
    @APIResponse(responseCode = "409", description = "last-administrator")
    public void delete(@PathParam("id") UUID id, @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch) {
        users.remove(caller.actor(), id, IfMatch.version(ifMatch));
    }

    @POST
    @Path("{id}/invitation")
    @RolesAllowed(Role.ADMINISTRATOR)
    @Operation(
            operationId = "renewInvitation",
            summary = "Invite a user anew",
            description =
                    "Makes a new link for a user who has not opened the account, ends those before, and sends it by"
                            + " mail, too, unless the address got too many.")
    @APIResponse(responseCode = "200", description = "The link")
    @APIResponse(responseCode = "403", description = "forbidden, role-not-grantable")
    @APIResponse(responseCode = "404", description = "user-not-found")
    @APIResponse(responseCode = "409", description = "not-invited")
    public InvitationJson renew(@PathParam("id") UUID id) {
        return InvitationJson.of(users.renewInvitation(caller.actor(), id));
    }

    private static Response answer(UserAccount user) {
        return Answered.ok(AccountJson.of(user));
    }
}
