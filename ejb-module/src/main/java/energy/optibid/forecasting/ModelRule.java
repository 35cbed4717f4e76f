package energy.optibid.forecasting;

import java.util.Locale;

/** What a run, its values, an artefact or a version can break. */
public enum ModelRule {
    /** A name is blank, too long, or has other characters than those that are allowed. */
    INVALID_MODEL_NAME,
    INVALID_RUN_NAME,
    INVALID_PARAMETER_NAME,
    INVALID_PARAMETER_VALUE,
    INVALID_METRIC_NAME,
    /** A measurement is not finite, or was made before 1970. */
    INVALID_METRIC,
    INVALID_ARTEFACT_PATH,
    INVALID_MEDIA_TYPE,
    INVALID_DESCRIPTION,
    /** The run has that parameter with another value. */
    PARAMETER_FIXED,
    /** A run has at most 200 parameters, 10,000 measurements and 100 artefacts. */
    TOO_MANY;

    /** The stable code in the API, kebab-case. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
