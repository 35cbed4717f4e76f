package energy.optibid.identity;

import java.util.Optional;

/**
 * A key that was used before.
 *
 * @param methodPath of the request that took it
 * @param answer what was answered, absent while that request runs
 */
public record UsedKey(String methodPath, Optional<KeptAnswer> answer) {}
