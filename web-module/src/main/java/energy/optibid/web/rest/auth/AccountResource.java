package energy.optibid.web.rest.auth;

import energy.optibid.identity.PasswordChanges;
import energy.optibid.identity.Registration;
import energy.optibid.identity.Role;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How accounts come to be, and how their passwords become others. */
@Path("auth")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "auth")
public class AccountResource {

    @Inject
    Registration registration;

    @Inject
    PasswordChanges passwords;

    @Inject
    Caller caller;

    @POST
    @Path("register")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "register",
            summary = "Register an organisation",
            description = "Adds an organisation with its first administrator, who verifies the address by the link of a"
                    + " mail and can log in then. The answer is the same for an address that has an account already: its"
                    + " owner gets a mail that says so. Off unless the configuration allows it.")
    @APIResponse(responseCode = "202", description = "A mail was sent, whatever it says")
    @APIResponse(responseCode = "403", description = "registration-closed")
    @APIResponse(responseCode = "422", description = "account-refused, password-refused")
    public Response register(RegistrationJson wanted) {
        registration.register(wanted.registration(), caller.origin());
        return Response.accepted().build();
    }

    @POST
    @Path("verify-email")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "verifyEmail",
            summary = "Verify an address",
            description = "Opens the account that was registered, by the token of the mail's link.")
    @APIResponse(responseCode = "204", description = "The account is open")
    @APIResponse(responseCode = "422", description = "link-refused")
    public void verify(EmailVerificationJson verification) {
        registration.verifyEmail(verification.token(), caller.origin());
    }

    @POST
    @Path("accept-invitation")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "acceptInvitation",
            summary = "Accept an invitation",
            description = "Opens an invited user's account with a password, by the token of the mail's link. A password"
                    + " that is refused does not use the link up.")
    @APIResponse(responseCode = "204", description = "The account is open")
    @APIResponse(responseCode = "422", description = "link-refused, account-refused, password-refused")
    public void accept(AcceptanceJson acceptance) {
        registration.acceptInvitation(
                acceptance.token(), acceptance.displayName(), acceptance.password(), caller.origin());
    }

    @POST
    @Path("forgot-password")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "forgotPassword",
            summary = "Ask for a new password",
            description = "Sends a link to the address, where it has an account. The answer does not tell whether.")
    @APIResponse(responseCode = "202", description = "If the address has an account, a mail was sent")
    public Response forgot(ForgottenPasswordJson forgotten) {
        passwords.forgot(forgotten.email(), caller.origin());
        return Response.accepted().build();
    }

    @POST
    @Path("reset-password")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "resetPassword",
            summary = "Reset a password",
            description = "Sets a new password by the token of the mail's link, and ends all sessions of the user. A"
                    + " password that is refused does not use the link up.")
    @APIResponse(responseCode = "204", description = "The password is the new one")
    @APIResponse(responseCode = "422", description = "link-refused, password-refused")
    public void reset(NewPasswordJson wanted) {
        passwords.reset(wanted.token(), wanted.newPassword(), caller.origin());
    }

    @POST
    @Path("change-password")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "changePassword",
            summary = "Change my password",
            description =
                    "Replaces the password of the user behind the token, and ends all of the user's sessions: log in"
                            + " anew.")
    @APIResponse(responseCode = "204", description = "The password is the new one")
    @APIResponse(responseCode = "422", description = "wrong-password, password-refused")
    public void change(PasswordChangeJson wanted) {
        passwords.change(caller.actor(), wanted.currentPassword(), wanted.newPassword());
    }
}
