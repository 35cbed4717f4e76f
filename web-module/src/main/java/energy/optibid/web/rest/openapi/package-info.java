/**
 * Makes the OpenAPI document exact. Payara finds the operations by scanning, but describes our records poorly and the
 * two forms differ: {@link energy.optibid.web.rest.openapi.OpenApiFilter} describes parameters, bodies, answers and
 * problems anew, by reflection on the resources' methods and their annotations. Examples stand in
 * {@code examples.json} beside it: by schema, or by operation where the body is no JSON.
 */
@NullMarked
package energy.optibid.web.rest.openapi;

import org.jspecify.annotations.NullMarked;
