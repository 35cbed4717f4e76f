package energy.optibid.web.rest.auth;

/** What a link to verify an address carries. */
public record EmailVerificationJson(String token) {
    @Override
    public String toString() {
        return "EmailVerificationJson";
    }
}
