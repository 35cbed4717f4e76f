package energy.optibid.identity;

/**
 * For whom a password is chosen.
 *
 * @param email the log-in name
 * @param displayName the user's name, empty where it is not known
 * @param organisationName the organisation's name, empty where it is not known
 * @param secondFactorRequired whether the organisation's policy asks a second factor of this user, so that the password
 *     may be shorter
 */
public record PasswordContext(
        String email, String displayName, String organisationName, boolean secondFactorRequired) {}
