package energy.optibid.identity.internal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Earlier values in the table {@code audit_entries}. */
@ApplicationScoped
public class PastValues {

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    public Optional<String> newValues(UUID organisationId, String subjectType, String subjectId, int version) {
        List<?> rows = entityManager
                .createNativeQuery("""
                        select cast(new_values as text) from audit_entries
                        where organisation_id = :organisation and subject_type = :type and subject_id = :id
                          and new_values ->> 'version' = :version
                        order by at desc limit 1""", String.class)
                .setParameter("organisation", organisationId)
                .setParameter("type", subjectType)
                .setParameter("id", subjectId)
                .setParameter("version", Integer.toString(version))
                .getResultList();
        return rows.stream().findFirst().map(String.class::cast);
    }
}
