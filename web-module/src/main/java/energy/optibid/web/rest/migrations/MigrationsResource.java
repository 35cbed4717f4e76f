package energy.optibid.web.rest.migrations;

import energy.optibid.identity.Role;
import energy.optibid.platform.Migration;
import energy.optibid.platform.MigrationHistory;
import energy.optibid.platform.MigrationState;
import energy.optibid.web.rest.Items;
import energy.optibid.web.rest.PageQuery;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** What the database's schema has been through. */
@Path("migrations")
@Produces(MediaType.APPLICATION_JSON)
@ApplicationScoped
@Tag(name = "operations")
public class MigrationsResource {

    @Inject
    MigrationHistory history;

    @GET
    @RolesAllowed(Role.OPERATOR)
    @Operation(
            operationId = "listMigrations",
            summary = "List the migrations of the database",
            description =
                    "The changesets that the database has had and those of this release that are pending: pending ones"
                            + " first, then the latest applied. Read from the database at each call.")
    @APIResponse(responseCode = "200", description = "A page of changesets")
    public Items<MigrationJson> list(
            @Parameter(description = "Only these; all unless given") @QueryParam("state") @Nullable
                    MigrationState state,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        PageQuery<Integer> page = PageQuery.of(limit, cursor, MigrationsResource::position);
        List<Migration> found = history.migrations().stream()
                .filter(migration -> state == null || migration.state() == state)
                .filter(migration ->
                        page.after().map(last -> migration.position() < last).orElse(true))
                .sorted(Comparator.comparingInt(Migration::position).reversed())
                .limit(page.oneMore())
                .toList();
        return page.page(found, MigrationJson::of, migration -> Integer.toString(migration.position()));
    }

    private static Optional<Integer> position(String cursor) {
        return cursor.matches("[1-9][0-9]{0,6}") ? Optional.of(Integer.valueOf(cursor)) : Optional.empty();
    }
}
