package energy.optibid.web.rest.auth;

/** What is sent to log in. */
public record LogInJson(String email, String password) {
    @Override
    public String toString() {
        return "LogInJson[" + email + "]";
    }
}
