package energy.optibid.web.rest.auth;

/** What a link of an invitation carries, and how the user wants to be called. */
public record AcceptanceJson(String token, String displayName, String password) {
    @Override
    public String toString() {
        return "AcceptanceJson";
    }
}
