package energy.optibid.web.rest.market;

import energy.optibid.identity.Role;
import energy.optibid.market.Markets;
import energy.optibid.market.RuleBook;
import energy.optibid.market.RuleSet;
import energy.optibid.market.RuleSetNotFoundException;
import energy.optibid.web.rest.Answered;
import energy.optibid.web.rest.Items;
import energy.optibid.web.security.Caller;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The rule sets of a product: read by all, kept by operators. */
@Path("products/{code}/rule-sets")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "markets")
public class RuleSetsResource {

    @Inject
    Markets markets;

    @Inject
    RuleBook rules;

    @Inject
    Caller caller;

    @GET
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "listRuleSets",
            summary = "List a product's rule sets",
            description = "All of them, by their days, with the source of each part.")
    @APIResponse(responseCode = "200", description = "The rule sets")
    @APIResponse(responseCode = "404", description = "product-not-found")
    public Items<RuleSetJson> list(@PathParam("code") String code) {
        Known.product(markets, code);
        return Items.all(markets.ruleSets(code).stream().map(RuleSetJson::of).toList());
    }

    @GET
    @Path("{validFrom}")
    @RolesAllowed({Role.VIEWER, Role.ANALYST, Role.TRADER, Role.APPROVER, Role.ADMINISTRATOR, Role.OPERATOR})
    @Operation(
            operationId = "readRuleSet",
            summary = "Read a rule set of a product",
            description = "The one that begins on that delivery day, with the source of each part.")
    @APIResponse(responseCode = "200", description = "The rule set")
    @APIResponse(responseCode = "404", description = "product-not-found, rule-set-not-found")
    public RuleSetJson read(@PathParam("code") String code, @PathParam("validFrom") LocalDate validFrom) {
        Known.product(markets, code);
        return markets.ruleSets(code).stream()
                .filter(each -> each.validFrom().equals(validFrom))
                .findFirst()
                .map(RuleSetJson::of)
                .orElseThrow(() -> new RuleSetNotFoundException(code, validFrom));
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "addRuleSet",
            summary = "Add a rule set to a product",
            description =
                    "From its first delivery day on it takes the place of the one that is in force then, which ends there."
                            + " Auctions that somebody has bid in keep the rules under which they were opened."
                            + " Accepts an Idempotency-Key.")
    @APIResponseSchema(
            value = RuleSetJson.class,
            responseCode = "201",
            responseDescription = "The rule set, its address in Location")
    @APIResponse(responseCode = "404", description = "product-not-found")
    @APIResponse(responseCode = "409", description = "rules-in-force, rule-sets-overlap")
    @APIResponse(responseCode = "422", description = "rules-refused")
    public Response add(@PathParam("code") String code, NewRuleSetJson wanted, @Context UriInfo address) {
        Known.product(markets, code);
        RuleSet added = rules.add(caller.actor(), wanted.rules(code));
        return Answered.created(
                address.getAbsolutePathBuilder()
                        .path(added.validFrom().toString())
                        .build(),
                RuleSetJson.of(added));
    }

    @POST
    @Path("{validFrom}/end")
    @Consumes(MediaType.APPLICATION_JSON)
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "endRuleSet",
            summary = "End a rule set",
            description =
                    "Earlier than it would end. From that delivery day on the product has no rules until others are"
                            + " added, and nobody bids. Accepts an Idempotency-Key.")
    @APIResponseSchema(
            value = RuleSetJson.class,
            responseCode = "200",
            responseDescription = "The rule set with its end")
    @APIResponse(responseCode = "404", description = "product-not-found, rule-set-not-found")
    @APIResponse(responseCode = "409", description = "rules-in-force")
    @APIResponse(responseCode = "422", description = "rules-refused")
    public RuleSetJson end(
            @PathParam("code") String code, @PathParam("validFrom") LocalDate validFrom, RuleSetEndJson end) {
        Known.product(markets, code);
        return RuleSetJson.of(rules.end(caller.actor(), code, validFrom, end.validTo()));
    }
}
