package energy.optibid.identity;

/**
 * Why a password is refused.
 *
 * @param code stable, kebab-case: {@code too-short}, {@code too-long}, {@code common}, {@code repetition},
 *     {@code sequence} or {@code contains-context}
 * @param message what is wrong, in one sentence that never contains the password
 */
public record PasswordFinding(String code, String message) {}
