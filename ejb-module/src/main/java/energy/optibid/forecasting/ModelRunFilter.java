package energy.optibid.forecasting;

import java.util.Optional;

/**
 * Which runs are listed.
 *
 * @param model only those of this model; absent for all
 * @param state only those in this state; absent for all
 */
public record ModelRunFilter(Optional<String> model, Optional<ModelRunState> state) {}
