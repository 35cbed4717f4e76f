package energy.optibid.web.rest.sso;

import energy.optibid.identity.SingleSignOn;
import energy.optibid.identity.SingleSignOnAnswer;
import energy.optibid.identity.SingleSignOnOutcome;
import energy.optibid.identity.SingleSignOnStart;
import energy.optibid.web.rest.auth.RefreshCookie;
import energy.optibid.web.rest.problem.Finding;
import energy.optibid.web.rest.problem.ProblemCode;
import energy.optibid.web.rest.problem.ProblemException;
import energy.optibid.web.rest.request.AnyParameters;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.headers.Header;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirements;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Log-in at the identity provider of an organisation. */
@Path("auth/oidc")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "single sign-on")
public class SingleSignOnResource {

    @Inject
    SingleSignOn singleSignOn;

    @Inject
    StateCookie cookie;

    @Inject
    RefreshCookie refreshCookie;

    @Inject
    Caller caller;

    @POST
    @Path("start")
    @Consumes(MediaType.APPLICATION_JSON)
    @PermitAll
    @SecurityRequirements
    @Operation(
            operationId = "startSingleSignOn",
            summary = "Begin single sign-on",
            description = "Gives the address at which the browser has to go on, and sets the cookie without which the"
                    + " answer does not count. Takes either an e-mail address or the id of an organisation.")
    @APIResponse(
            responseCode = "200",
            description = "Where the log-in goes on, within ten minutes",
            headers = @Header(name = "Set-Cookie", description = "Ties the log-in to this browser"),
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_JSON,
                            schema = @Schema(implementation = AuthorizationJson.class)))
    @APIResponse(responseCode = "422", description = "single-sign-on-unknown")
    @APIResponse(responseCode = "503", description = "single-sign-on-unavailable")
    public Response start(StartSingleSignOnJson wanted) {
        SingleSignOnStart start = begin(wanted);
        return Response.ok(new AuthorizationJson(start.authorizationUrl()))
                .cookie(cookie.of(start.state(), start.browserSecret(), start.validFor()))
                .build();
    }

    @GET
    @Path("callback")
    @PermitAll
    @AnyParameters
    @SecurityRequirements
    @Operation(
            operationId = "finishSingleSignOn",
            summary = "End single sign-on",
            description = "Where the identity provider sends the browser back to. Leads on to the console: with a"
                    + " session, or to its log-in page with the code of the reason why not.")
    @APIResponse(
            responseCode = "303",
            description = "On to the console; with the refresh token's cookie where the log-in was good",
            headers = {
                @Header(name = "Location", description = "A page of the console"),
                @Header(name = "Set-Cookie", description = "The refresh token; takes the log-in's cookie away")
            })
    public Response finish(
            @QueryParam("state") @Nullable String state,
            @QueryParam("code") @Nullable String code,
            @QueryParam("iss") @Nullable String issuer,
            @QueryParam("error") @Nullable String error,
            @Context HttpHeaders headers) {
        String given = state == null ? "" : state;
        SingleSignOnOutcome outcome = singleSignOn.finish(
                new SingleSignOnAnswer(
                        given,
                        Optional.ofNullable(code),
                        Optional.ofNullable(issuer),
                        Optional.ofNullable(error),
                        cookie.read(headers, given)),
                caller.origin());
        Response.ResponseBuilder answer = Response.seeOther(URI.create(singleSignOn.page(outcome)));
        if (!given.isEmpty()) {
            answer.cookie(cookie.removed(given));
        }
        if (outcome instanceof SingleSignOnOutcome.LoggedIn loggedIn) {
            answer.cookie(refreshCookie.of(loggedIn.access()));
        }
        return answer.build();
    }

    private SingleSignOnStart begin(StartSingleSignOnJson wanted) {
        if (wanted.email().isPresent() == wanted.organisation().isPresent()) {
            throw new ProblemException(
                    ProblemCode.INVALID_BODY,
                    List.of(Finding.of("invalid-value", "email", "Give either email or organisation")));
        }
        return wanted.organisation()
                .map(organisation -> singleSignOn.start(organisation, wanted.returnTo()))
                .orElseGet(() -> singleSignOn.start(wanted.email().orElseThrow(), wanted.returnTo()));
    }
}
