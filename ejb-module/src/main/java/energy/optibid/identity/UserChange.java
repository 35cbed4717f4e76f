package energy.optibid.identity;

import java.util.Optional;
import java.util.Set;

/**
 * What is to be changed of a user; what is absent stays.
 *
 * @param status {@code ACTIVE} or {@code SUSPENDED}; lifting the suspension of one who never accepted leads back to
 *     {@code INVITED}
 */
public record UserChange(Optional<String> displayName, Optional<Set<String>> roles, Optional<UserStatus> status) {}
