package energy.optibid.web.rest.auth;

import energy.optibid.identity.NewRegistration;

/** An organisation that registers itself, with its first administrator. */
public record RegistrationJson(String organisationName, String displayName, String email, String password) {
    NewRegistration registration() {
        return new NewRegistration(organisationName, displayName, email, password);
    }

    @Override
    public String toString() {
        return "RegistrationJson";
    }
}
