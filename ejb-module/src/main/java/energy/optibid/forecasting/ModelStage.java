package energy.optibid.forecasting;

/** What a registered version is for; the stages that MLflow has too. */
public enum ModelStage {
    NONE,
    STAGING,
    /** In use: at most one version of a model. */
    PRODUCTION,
    ARCHIVED
}
