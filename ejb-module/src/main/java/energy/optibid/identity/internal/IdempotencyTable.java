package energy.optibid.identity.internal;

import energy.optibid.identity.KeptAnswer;
import energy.optibid.identity.UsedKey;
import energy.optibid.platform.Actor;
import energy.optibid.platform.Vault;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table {@code idempotency_keys}. Answers are sealed: one may hold a secret that is told once, as an API key is. */
@ApplicationScoped
public class IdempotencyTable {
    private static final Duration KEPT_FOR = Duration.ofHours(24);
    private static final String OF_KEY = " where organisation_id = :organisation and user_id = :user and key = :key";

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Clock clock;

    @Inject
    Vault vault;

    public Optional<UsedKey> take(Actor actor, String key, String methodPath) {
        Instant now = clock.instant();
        deleteOld();
        int taken = ofKey(
                        "insert into idempotency_keys (organisation_id, user_id, key, method_path, state, created_at)"
                                + " values (:organisation, :user, :key, :methodPath, 'in-flight', :now)"
                                + " on conflict do nothing",
                        actor,
                        key)
                .setParameter("methodPath", methodPath)
                .setParameter("now", now)
                .executeUpdate();
        return taken == 1 ? Optional.empty() : Optional.of(used(actor, key));
    }

    /** The organisations that have keys past their 24 hours. */
    @SuppressWarnings("unchecked")
    public List<UUID> organisationsWithOldKeys() {
        return entityManager
                .createNativeQuery("select k from optibid_organisations_with_idempotency_keys(:before) k", UUID.class)
                .setParameter("before", clock.instant().minus(KEPT_FOR))
                .getResultList();
    }

    /** Deletes the keys past their 24 hours of the transaction's organisation. */
    public void deleteOld() {
        query("delete from idempotency_keys where created_at < :before")
                .setParameter("before", clock.instant().minus(KEPT_FOR))
                .executeUpdate();
    }

    public void answer(Actor actor, String key, KeptAnswer answer) {
        ofKey(
                        "update idempotency_keys set state = 'answered', body_sha256 = :sha, status = :status,"
                                + " headers = cast(:headers as jsonb), body = :body" + OF_KEY,
                        actor,
                        key)
                .setParameter("sha", HexFormat.of().parseHex(answer.bodySha256()))
                .setParameter("status", answer.status())
                .setParameter("headers", json(answer.headers()))
                .setParameter("body", vault.seal(purpose(actor), answer.body().getBytes(StandardCharsets.UTF_8)))
                .executeUpdate();
    }

    public void release(Actor actor, String key) {
        ofKey("delete from idempotency_keys" + OF_KEY + " and state = 'in-flight'", actor, key)
                .executeUpdate();
    }

    private UsedKey used(Actor actor, String key) {
        List<?> rows = ofKey(
                        "select method_path, encode(body_sha256, 'hex'), status, cast(headers as text),"
                                + " body from idempotency_keys" + OF_KEY,
                        actor,
                        key)
                .getResultList();
        // Given back between the insert and this: the request that did so has just ended, the caller may repeat.
        return rows.isEmpty() ? new UsedKey("", Optional.empty()) : used(actor, (Object[]) rows.get(0));
    }

    private UsedKey used(Actor actor, Object[] row) {
        if (row[2] == null) {
            return new UsedKey((String) row[0], Optional.empty());
        }
        String body = new String(vault.open(purpose(actor), (byte[]) row[4]), StandardCharsets.UTF_8);
        KeptAnswer answer =
                new KeptAnswer((String) row[1], ((Number) row[2]).intValue(), headers((String) row[3]), body);
        return new UsedKey((String) row[0], Optional.of(answer));
    }

    private static String purpose(Actor actor) {
        return "kept-answer/" + actor.organisationId() + "/" + actor.userId();
    }

    private Query ofKey(String sql, Actor actor, String key) {
        return query(sql)
                .setParameter("organisation", actor.organisationId())
                .setParameter("user", actor.userId())
                .setParameter("key", key);
    }

    private Query query(String sql) {
        return entityManager.createNativeQuery(sql);
    }

    private static String json(Map<String, String> headers) {
        return Json.createObjectBuilder(Map.<String, Object>copyOf(headers))
                .build()
                .toString();
    }

    private static Map<String, String> headers(String json) {
        try (JsonReader reader = Json.createReader(new StringReader(json))) {
            JsonObject object = reader.readObject();
            Map<String, String> headers = new LinkedHashMap<>();
            object.keySet().forEach(name -> headers.put(name, object.getString(name)));
            return headers;
        }
    }
}
