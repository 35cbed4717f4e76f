package energy.optibid.web.rest.auth;

/** The password that is, and the one that is to be. */
public record PasswordChangeJson(String currentPassword, String newPassword) {
    @Override
    public String toString() {
        return "PasswordChangeJson";
    }
}
