/**
 * The connection to ENTSO-E's Transparency Platform. The source in {@code market} injects {@code EntsoeRest}, which is made
 * here and only when {@code ENABLE_ENTSOE} is on.
 */
@NullMarked
package energy.optibid.platform.internal.entsoe;

import org.jspecify.annotations.NullMarked;
