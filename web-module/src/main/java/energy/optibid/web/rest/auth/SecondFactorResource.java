package energy.optibid.web.rest.auth;

import energy.optibid.identity.LogIn;
import energy.optibid.identity.Role;
import energy.optibid.identity.SecondFactors;
import energy.optibid.identity.Visitor;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The second factor: at log-in, and one's own. */
@Path("auth/mfa")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "auth")
public class SecondFactorResource {

    @Inject
    LogIn logIn;

    @Inject
    SecondFactors factors;

    @Inject
    Caller caller;

    @Inject
    DeviceCookie device;

    @Inject
    LogInAnswers answers;

    @Inject
    LogInCounts counts;

    @POST
    @Path("verify")
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "verifySecondFactor",
            summary = "Finish a log-in",
            description = "Takes the challenge of a log-in and a code of the authenticator, or a recovery code. A code"
                    + " is good once; a challenge for five minutes, five attempts and one success.")
    @APIResponseSchema(
            value = LogInAnswerJson.class,
            responseCode = "200",
            responseDescription = "The token and its user")
    @APIResponse(responseCode = "401", description = "challenge-refused")
    @APIResponse(responseCode = "422", description = "code-refused")
    @APIResponse(responseCode = "429", description = "log-in-throttled, rate-limited")
    public Response verify(SecondFactorCodeJson code, @Context HttpHeaders headers) {
        Visitor visitor = device.visitor(headers);
        return answers.of(counts.counted(() -> logIn.verify(code.challenge(), code.code(), visitor)));
    }

    @POST
    @Path("enrolment")
    @PermitAll
    @Operation(
            operationId = "beginEnrolment",
            summary = "Begin to enrol an authenticator",
            description = "Makes a secret for an authenticator app, in place of one that was not confirmed; for who is"
                    + " logged in with the password once more, or with the challenge of a log-in that asks for it. Who"
                    + " logs in at an identity provider alone is asked for no code here and enrols none.")
    @APIResponse(responseCode = "200", description = "The secret, and the address that a QR code shows")
    @APIResponse(responseCode = "401", description = "not-authenticated, challenge-refused")
    @APIResponse(responseCode = "403", description = "forbidden, for an API key")
    @APIResponse(responseCode = "409", description = "second-factor-enrolled, second-factor-without-password")
    @APIResponse(responseCode = "422", description = "wrong-password, also where none was given")
    @APIResponse(responseCode = "429", description = "log-in-throttled, rate-limited")
    @APIResponse(responseCode = "503", description = "log-ins-busy")
    public EnrolmentJson begin(EnrolmentRequestJson request, @Context HttpHeaders headers) {
        return EnrolmentJson.of(request.challenge()
                .map(logIn::beginEnrolment)
                .orElseGet(() -> factors.begin(caller.person(), request.password(), device.visitor(headers))));
    }

    @POST
    @Path("enrolment/confirm")
    @PermitAll
    @Operation(
            operationId = "confirmEnrolment",
            summary = "Confirm an authenticator",
            description =
                    "Enrols the authenticator by its first code and gives recovery codes, once. With the challenge"
                            + " of a log-in it gives access too.")
    @APIResponseSchema(value = EnrolledJson.class, responseCode = "200", responseDescription = "The recovery codes")
    @APIResponse(responseCode = "401", description = "not-authenticated, challenge-refused")
    @APIResponse(responseCode = "403", description = "forbidden, for an API key")
    @APIResponse(responseCode = "422", description = "code-refused")
    @APIResponse(responseCode = "429", description = "log-in-throttled, rate-limited")
    public Response confirm(EnrolmentConfirmationJson confirmation, @Context HttpHeaders headers) {
        if (confirmation.challenge().isPresent()) {
            LogIn.Enrolled enrolled = logIn.confirmEnrolment(
                    confirmation.challenge().get(), confirmation.code(), device.visitor(headers));
            AccessJson access = AccessJson.of(enrolled.authenticated().access());
            return answers.withCookies(
                    new EnrolledJson(enrolled.recoveryCodes(), Optional.of(access)), enrolled.authenticated());
        }
        return Response.ok(new EnrolledJson(
                        factors.confirm(caller.person(), confirmation.code(), device.visitor(headers)),
                        Optional.empty()))
                .build();
    }

    @GET
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "readSecondFactor",
            summary = "Read one's second factor",
            description = "Whether an authenticator is enrolled, how many recovery codes are left, and whether the"
                    + " organisation asks for one.")
    @APIResponse(responseCode = "200", description = "The state")
    public SecondFactorJson read() {
        return SecondFactorJson.of(factors.status(caller.actor()));
    }

    @POST
    @Path("recovery-codes")
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "renewRecoveryCodes",
            summary = "Make new recovery codes",
            description = "Ten new recovery codes in place of all earlier ones, shown once.")
    @APIResponse(responseCode = "200", description = "The recovery codes")
    @APIResponse(responseCode = "403", description = "forbidden, for an API key")
    @APIResponse(responseCode = "422", description = "code-refused")
    @APIResponse(responseCode = "429", description = "log-in-throttled, rate-limited")
    public RecoveryCodesJson renewRecoveryCodes(OwnCodeJson code, @Context HttpHeaders headers) {
        return new RecoveryCodesJson(factors.renewRecoveryCodes(caller.person(), code.code(), device.visitor(headers)));
    }

    @POST
    @Path("disable")
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "disableSecondFactor",
            summary = "Switch one's second factor off",
            description = "Needs the password and a code, and that the organisation does not ask for a second factor.")
    @APIResponse(responseCode = "204", description = "It is off")
    @APIResponse(responseCode = "403", description = "forbidden, for an API key")
    @APIResponse(responseCode = "409", description = "second-factor-needed")
    @APIResponse(responseCode = "422", description = "code-refused, also for a wrong password")
    @APIResponse(responseCode = "429", description = "log-in-throttled, rate-limited")
    public void disable(DisablingJson proof, @Context HttpHeaders headers) {
        factors.disable(caller.person(), proof.password(), proof.code(), device.visitor(headers));
    }
}
