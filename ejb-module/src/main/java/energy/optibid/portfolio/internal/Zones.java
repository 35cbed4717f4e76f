package energy.optibid.portfolio.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The identifiers of the bidding zones. */
@ApplicationScoped
public class Zones {

    /** What else is sent may be a text that no column can hold. */
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,50}");

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    /** Absent where there is no such zone. */
    public Optional<Short> id(String code) {
        if (!CODE.matcher(code).matches()) {
            return Optional.empty();
        }
        List<?> ids = entityManager
                .createNativeQuery("select id from zones where code = :code", Short.class)
                .setParameter("code", code)
                .getResultList();
        return ids.stream().map(Short.class::cast).findFirst();
    }
}
