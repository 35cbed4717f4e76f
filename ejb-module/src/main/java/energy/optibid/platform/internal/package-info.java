/** How the platform works: the schema gate, producers, probes of the optional services. */
@NullMarked
package energy.optibid.platform.internal;

import org.jspecify.annotations.NullMarked;
