/** How the audit trail is written, masked, sealed and read. */
@NullMarked
package energy.optibid.identity.internal.audit;

import org.jspecify.annotations.NullMarked;
