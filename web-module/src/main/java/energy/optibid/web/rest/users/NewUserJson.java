package energy.optibid.web.rest.users;

import energy.optibid.identity.Invitation;
import java.util.HashSet;
import java.util.List;

/** Who is to be invited. */
public record NewUserJson(String email, String displayName, List<String> roles) {
    Invitation invitation() {
        return new Invitation(email, displayName, new HashSet<>(roles));
    }
}
