/** Documents of the ENTSO-E Transparency Platform: IEC 62325-451-3 publications and -451-6 generation and load. */
@NullMarked
package energy.optibid.market.internal.entsoe;

import org.jspecify.annotations.NullMarked;
