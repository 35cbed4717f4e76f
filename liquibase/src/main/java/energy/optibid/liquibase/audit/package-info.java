/**
 * The chain over the audit trail: what is hashed, and whether it still is as it was sealed. Here and not with the
 * application, because the command verifies it too, without the application.
 */
@NullMarked
package energy.optibid.liquibase.audit;

import org.jspecify.annotations.NullMarked;
