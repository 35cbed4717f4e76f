/** Price forecasts from what was known at an instant. */
@NullMarked
package energy.optibid.forecasting;

import org.jspecify.annotations.NullMarked;
