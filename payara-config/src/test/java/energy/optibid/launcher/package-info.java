/**
 * Starts OptiBid on Payara Micro beside a PostgreSQL of its own: the one-command run, and the part of it that the
 * integration tests share.
 */
@NullMarked
package energy.optibid.launcher;

import org.jspecify.annotations.NullMarked;
