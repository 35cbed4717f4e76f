package energy.optibid.identity;

/** An organisation that registers itself with its first administrator. */
public record NewRegistration(String organisationName, String displayName, String email, String password) {
    @Override
    public String toString() {
        return "NewRegistration[" + organisationName + ", " + email + "]";
    }
}
