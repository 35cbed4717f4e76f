/** The audit trail: search, export, verification. */
@NullMarked
package energy.optibid.web.rest.audit;

import org.jspecify.annotations.NullMarked;
