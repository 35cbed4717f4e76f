package energy.optibid.web.rest.organisations;

import energy.optibid.identity.NewOrganisation;

/** An organisation that is to be added, with its first administrator, who is invited. */
public record NewOrganisationJson(String name, String administratorEmail, String administratorName) {
    NewOrganisation organisation() {
        return new NewOrganisation(name, administratorEmail, administratorName);
    }
}
