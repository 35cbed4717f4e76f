/** Tables of identity, password hashes and token signing. */
@NullMarked
package energy.optibid.identity.internal;

import org.jspecify.annotations.NullMarked;
