package energy.optibid.web.rest.auth;

/** A code of the authenticator, or a recovery code, of a user who is logged in. */
public record OwnCodeJson(String code) {
    @Override
    public String toString() {
        return "OwnCodeJson";
    }
}
