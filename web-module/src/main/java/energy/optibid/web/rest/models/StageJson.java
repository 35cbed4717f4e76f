package energy.optibid.web.rest.models;

import energy.optibid.forecasting.ModelStage;

/** The stage that a version is put into. */
public record StageJson(ModelStage stage) {}
