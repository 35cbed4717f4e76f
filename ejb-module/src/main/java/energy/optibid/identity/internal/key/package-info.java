/** API keys. */
@NullMarked
package energy.optibid.identity.internal.key;

import org.jspecify.annotations.NullMarked;
