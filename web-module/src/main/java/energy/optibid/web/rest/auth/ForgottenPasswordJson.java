package energy.optibid.web.rest.auth;

/** Whose password was forgotten. */
public record ForgottenPasswordJson(String email) {
    @Override
    public String toString() {
        return "ForgottenPasswordJson";
    }
}
