package energy.optibid.web.rest.auth;

/** What a link to verify an address carries. */
public record VerificationJson(String token) {
    @Override
    public String toString() {
        return "VerificationJson";
    }
}
