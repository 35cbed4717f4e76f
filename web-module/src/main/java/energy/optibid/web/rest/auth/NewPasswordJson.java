package energy.optibid.web.rest.auth;

/** What a link to reset a password carries, and the password. */
public record NewPasswordJson(String token, String newPassword) {
    @Override
    public String toString() {
        return "NewPasswordJson";
    }
}
