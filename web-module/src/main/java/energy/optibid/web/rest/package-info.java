/**
 * The REST interface under {@code /api/v1}. How a resource is written here:
 *
 * <ul>
 *   <li>A class {@code XyzResource}, {@code @ApplicationScoped}, {@code @Path} with a plural noun, {@code @Produces}
 *       JSON. It translates and calls one facade; it decides nothing.
 *   <li>Each method says who may call it by {@code @RolesAllowed} (see {@link energy.optibid.identity.Role});
 *       {@link energy.optibid.web.security.AuthorizationFilter} refuses a method that says nothing. {@code Caller#actor}
 *       gives the facade's first argument.
 *   <li>Bodies are records named {@code XyzJson} (answers) and {@code NewXyzJson} (requests). An {@code Optional}
 *       component may be missing, every other must be there; enums are kebab-case; decimals are {@code BigDecimal},
 *       instants {@code Instant}, days {@code LocalDate}, ids {@code UUID}. Lists answer {@link Items}.
 *   <li>Query parameters are {@code @QueryParam} arguments of type {@code String}, {@code Integer}, {@code UUID},
 *       {@code LocalDate} or {@code Instant} ({@code List} where repeatable), {@code @Nullable} unless
 *       {@code @Parameter(required = true)}; unknown, missing and malformed ones are refused before the method runs.
 *       A path parameter of type {@code UUID} that is none is 404.
 *   <li>Nothing is caught: exceptions of a feature are mapped once, by a {@code ProblemSource} beside the resource;
 *       codes stand in {@link energy.optibid.web.rest.problem.ProblemCode}. Annotate the feature's exceptions with
 *       {@code @ApplicationException(rollback = true)}, else the container logs a stack trace for each.
 *   <li>Every POST that carries {@code Idempotency-Key} is replayed by a filter; nothing to do in the resource.
 *   <li>What has a version: {@code @HeaderParam(IfMatch.HEADER) @Nullable String ifMatch}, {@link IfMatch#version} to the
 *       facade, {@link Answered} gives the answer. A change is a {@code PATCH} with a
 *       {@link energy.optibid.web.rest.json.MergePatch}, applied to the record of what can change.
 *   <li>{@code @Operation} with operationId, summary and description; {@code @APIResponseSchema} for what {@link Answered}
 *       gives, with its ETag and Location; {@code @APIResponse} for each error of the feature. What the filters tell, 400,
 *       401, 403, 412, 413, 415, 428 and the answers to an {@code Idempotency-Key}, the document tells by itself.
 * </ul>
 */
@NullMarked
package energy.optibid.web.rest;

import org.jspecify.annotations.NullMarked;
