package energy.optibid.web.rest.auth;

/** A code of the authenticator, or a recovery code, with the challenge of the log-in. */
public record SecondFactorCodeJson(String challenge, String code) {
    @Override
    public String toString() {
        return "SecondFactorCodeJson";
    }
}
