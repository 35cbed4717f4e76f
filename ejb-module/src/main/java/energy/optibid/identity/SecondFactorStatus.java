package energy.optibid.identity;

/**
 * How it stands with a user's second factor.
 *
 * @param recoveryCodesLeft how many recovery codes were not used yet
 * @param required whether the organisation asks it of one of the user's roles
 */
public record SecondFactorStatus(boolean enrolled, int recoveryCodesLeft, boolean required) {}
