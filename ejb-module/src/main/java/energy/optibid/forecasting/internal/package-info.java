/** The tables of the model registry, and the round that mirrors them. */
@NullMarked
package energy.optibid.forecasting.internal;

import org.jspecify.annotations.NullMarked;
