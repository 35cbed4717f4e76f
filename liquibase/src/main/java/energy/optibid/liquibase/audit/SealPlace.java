package energy.optibid.liquibase.audit;

import java.util.UUID;

/**
 * Where in which chain a seal stands.
 *
 * @param sequence counts from 1 without gaps
 * @param previous the hash of the seal before, {@link ChainHash#NONE} for the first
 * @param sealedAtMicros microseconds since 1970 in UTC
 */
public record SealPlace(UUID organisationId, long sequence, ChainHash previous, long sealedAtMicros) {}
