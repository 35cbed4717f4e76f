/** How secrets are written for people and programs. */
@NullMarked
package energy.optibid.identity.internal.text;

import org.jspecify.annotations.NullMarked;
