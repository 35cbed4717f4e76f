package energy.optibid.forecasting.internal;

import java.util.UUID;

/** A run that is to be uploaded, of which nothing else is known across organisations. */
public record DueRun(UUID runId, UUID organisationId) {}
