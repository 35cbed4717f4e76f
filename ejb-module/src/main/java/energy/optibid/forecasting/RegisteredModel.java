package energy.optibid.forecasting;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A model of which versions are registered.
 *
 * @param name unique within the organisation
 * @param latestVersion the greatest number of a version
 * @param productionVersion the number of the version in production; absent where there is none
 */
public record RegisteredModel(
        UUID id, String name, Instant createdAt, int latestVersion, Optional<Integer> productionVersion) {}
