/** API keys. */
@NullMarked
package energy.optibid.web.rest.apikeys;

import org.jspecify.annotations.NullMarked;
