package energy.optibid.identity;

/**
 * How it stands with a user's second factor.
 *
 * @param recoveryCodesLeft how many recovery codes were not used yet
 * @param required whether the organisation asks it of one of the user's roles
 * @param available whether the user logs in with a password, which is what a second factor goes with
 */
public record SecondFactorStatus(boolean enrolled, int recoveryCodesLeft, boolean required, boolean available) {}
