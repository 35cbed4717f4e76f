/** Organisations, users, roles, log-in, tokens and the audit trail. */
@NullMarked
package energy.optibid.identity;

import org.jspecify.annotations.NullMarked;
