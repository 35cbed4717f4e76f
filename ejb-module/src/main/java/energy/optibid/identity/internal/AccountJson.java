package energy.optibid.identity.internal;

import energy.optibid.identity.Organisation;
import energy.optibid.identity.OrganisationPolicy;
import energy.optibid.identity.UserAccount;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;

/** Users and organisations as the audit trail keeps them: as in the API, with their version, nothing secret. */
public final class AccountJson {

    private static final String VERSION = "version";

    private AccountJson() {}

    public static String of(UserAccount user) {
        return Json.createObjectBuilder()
                .add("email", user.email())
                .add("displayName", user.displayName())
                .add("roles", array(user.roles()))
                .add("status", user.status().code())
                .add(VERSION, user.version())
                .build()
                .toString();
    }

    public static String of(Organisation organisation) {
        OrganisationPolicy policy = organisation.policy();
        return Json.createObjectBuilder()
                .add("name", organisation.name())
                .add("status", organisation.status().code())
                .add("passwordLogIn", policy.passwordLogIn())
                .add("singleSignOnRequired", policy.singleSignOnRequired())
                .add(
                        "secondFactorRoles",
                        array(policy.secondFactorRoles().stream().sorted().toList()))
                .add(VERSION, organisation.version())
                .build()
                .toString();
    }

    private static JsonArrayBuilder array(Iterable<String> texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }
}
