package energy.optibid.identity.internal.audit;

import energy.optibid.platform.ChangedField;
import energy.optibid.platform.LastChange;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Earlier values in the table {@code audit_entries}, of subjects whose values have a field {@code version}. */
@ApplicationScoped
public class PastValues {
    private static final String VERSION = "version";

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    /**
     * What differs between an earlier version and the values now; empty where nothing is known of the earlier one. Both
     * are masked, so that a difference shows nothing that an entry hides.
     */
    public List<ChangedField> changes(UUID organisationId, String type, String id, int version, String nowJson) {
        return values(organisationId, type, id, version)
                .map(before -> ChangedField.between(before, MaskedJson.of(nowJson)))
                .orElse(List.of())
                .stream()
                .filter(change -> !change.path().equals(VERSION))
                .toList();
    }

    /** The newest noted change after a version. */
    public Optional<LastChange> lastAfter(UUID organisationId, String type, String id, int version) {
        List<?> rows = find("""
                select e.at, u.display_name from audit_entries e
                left join users u on u.id = e.user_id and u.organisation_id = e.organisation_id
                where e.organisation_id = :organisation and e.subject_type = :type and e.subject_id = :id
                  and cast(e.new_values ->> 'version' as integer) > :version
                order by e.at desc, e.id desc limit 1""", organisationId, type, id, version);
        return rows.stream()
                .findFirst()
                .map(Object[].class::cast)
                .map(row -> new LastChange((Instant) row[0], Optional.ofNullable((String) row[1])));
    }

    /**
     * The values at a version. A change of what the values do not tell, such as a password, counts a version without
     * noting it: then the nearest noted version before holds, and before the first one what was before that.
     */
    private Optional<String> values(UUID organisationId, String type, String id, int version) {
        List<?> rows = find("""
                select cast(noted.fields as text) from audit_entries e
                cross join lateral (values (e.new_values), (e.old_values)) noted (fields)
                cross join lateral (select cast(noted.fields ->> 'version' as integer)) at (version)
                where e.organisation_id = :organisation and e.subject_type = :type and e.subject_id = :id
                  and at.version is not null
                order by at.version <= :version desc, abs(at.version - :version), e.at desc limit 1""", organisationId, type, id, version);
        return rows.stream().findFirst().map(String.class::cast);
    }

    private List<?> find(String sql, UUID organisationId, String type, String id, int version) {
        Query query = entityManager.createNativeQuery(sql);
        return query.setParameter("organisation", organisationId)
                .setParameter("type", type)
                .setParameter("id", id)
                .setParameter("version", version)
                .getResultList();
    }
}
