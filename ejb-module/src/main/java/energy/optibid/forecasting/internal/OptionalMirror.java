package energy.optibid.forecasting.internal;

import java.util.Optional;

/**
 * What brings runs to MLflow, where there is to be one.
 *
 * @param round absent where MLflow is off
 */
public record OptionalMirror(Optional<MirrorRound> round) {

    public boolean isOn() {
        return round.isPresent();
    }
}
