package energy.optibid.identity.internal;

import energy.optibid.identity.Organisation;
import energy.optibid.identity.UserAccount;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;

/** Users and organisations as the audit trail keeps them: nothing secret. */
public final class AccountJson {

    private AccountJson() {}

    public static String of(UserAccount user) {
        return Json.createObjectBuilder()
                .add("email", user.email())
                .add("displayName", user.displayName())
                .add("roles", array(user.roles()))
                .add("status", user.status().code())
                .build()
                .toString();
    }

    public static String of(Organisation organisation) {
        return Json.createObjectBuilder()
                .add("name", organisation.name())
                .add("status", organisation.status().code())
                .add(
                        "policy",
                        Json.createObjectBuilder()
                                .add("passwordLogIn", organisation.policy().passwordLogIn())
                                .add(
                                        "singleSignOnRequired",
                                        organisation.policy().singleSignOnRequired())
                                .add(
                                        "secondFactorRoles",
                                        array(organisation.policy().secondFactorRoles().stream()
                                                .sorted()
                                                .toList())))
                .build()
                .toString();
    }

    private static JsonArrayBuilder array(Iterable<String> texts) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        texts.forEach(array::add);
        return array;
    }
}
