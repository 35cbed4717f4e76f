package energy.optibid.identity.internal;

import energy.optibid.platform.Vault;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The table {@code signing_keys}, in which every pair is sealed. */
@Stateless
public class SigningKeyTable {
    /** Held while keys are changed, so that two nodes do not make one each. */
    private static final long LOCK = 0x6f62_6b65_7973L;

    private static final String PURPOSE = "signing-key/";

    @PersistenceContext(unitName = "optibid")
    EntityManager entityManager;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    public KeyRing all() {
        return new KeyRing(entityManager
                .createQuery("select k from SigningKeyEntity k", SigningKeyEntity.class)
                .getResultStream()
                .map(this::key)
                .toList());
    }

    /** Makes the key that is due, if one is, and takes away those that are spent. */
    public KeyRing turn(Duration rotation, Duration lead) {
        lock();
        KeyRing before = all();
        Instant now = clock.instant();
        before.due(now, rotation, lead).ifPresent(this::add);
        before.spent(now).forEach(this::remove);
        return all();
    }

    /** Makes a key that begins to sign after the lead, unless one is published already. */
    public KeyRing next(Duration lead) {
        lock();
        Instant now = clock.instant();
        KeyRing before = all();
        if (before.keys().stream().noneMatch(key -> key.signsFrom().isAfter(now))) {
            add(now.plus(lead));
        }
        return all();
    }

    private void lock() {
        entityManager
                .createNativeQuery("select cast(pg_advisory_xact_lock(:lock) as text)")
                .setParameter("lock", LOCK)
                .getSingleResult();
    }

    private void add(Instant signsFrom) {
        SigningKey key = SigningKey.generate(signsFrom.truncatedTo(ChronoUnit.MICROS));
        byte[] sealed = vault.seal(PURPOSE + key.id(), key.json().getBytes(StandardCharsets.UTF_8));
        entityManager.persist(new SigningKeyEntity(key.id(), sealed, key.signsFrom(), clock.instant()));
    }

    private void remove(SigningKey key) {
        entityManager.remove(entityManager.getReference(SigningKeyEntity.class, key.id()));
    }

    private SigningKey key(SigningKeyEntity row) {
        byte[] pair = vault.open(PURPOSE + row.id(), row.sealedPair());
        return SigningKey.parse(new String(pair, StandardCharsets.UTF_8), row.signsFrom());
    }
}
