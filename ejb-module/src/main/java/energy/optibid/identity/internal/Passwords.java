package energy.optibid.identity.internal;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import energy.optibid.identity.internal.password.HashingQueue;
import energy.optibid.identity.internal.password.PasswordText;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;

/**
 * Password hashes: argon2id with 19 MiB, two passes and one lane, the least that OWASP's Password Storage Cheat Sheet
 * (2025) asks for, with 16 bytes of salt and 32 of hash. Passwords are hashed in Unicode's normal form C, so that one
 * typed on another keyboard is the same. As many at once as there are processors; more wait, and too many are refused.
 */
@ApplicationScoped
public class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;
    private static final int WAITING = 64;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final HashingQueue queue = new HashingQueue(Runtime.getRuntime().availableProcessors(), WAITING, PATIENCE);
    private final LongAdder work = new LongAdder();

    /** Checked in place of the hash of an account that is not there, so that its absence takes as long. */
    private final String nobody = hash("nobody's password");

    /**
     * A hash with its parameters and salt, in the form of the reference implementation.
     *
     * @throws energy.optibid.identity.LogInsBusyException where too many are hashed at once
     */
    public String hash(String password) {
        String normal = PasswordText.normalised(password);
        return queue.run(() -> {
            work.increment();
            return Password.hash(normal)
                    .addRandomSalt(SALT_BYTES)
                    .with(Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID))
                    .getResult();
        });
    }

    /**
     * Whether the password is that of the hash; takes the same time when there is no hash, or when no password can be so
     * long, and is false then.
     *
     * @throws energy.optibid.identity.LogInsBusyException where too many are hashed at once
     */
    public boolean matches(String password, Optional<String> hash) {
        boolean possible = hash.isPresent() && !PasswordText.isTooLong(password);
        String checked = possible ? PasswordText.normalised(password) : "";
        String compared = hash.filter(any -> possible).orElse(nobody);
        boolean same = queue.run(() -> {
            work.increment();
            return Password.check(checked, compared).with(Argon2Function.getInstanceFromHash(compared));
        });
        return same && possible;
    }

    /** Whether a hash was made with other parameters than are used now: the password is to be hashed anew. */
    public boolean isOutdated(String hash) {
        Argon2Function made = Argon2Function.getInstanceFromHash(hash);
        return made.getVariant() != Argon2.ID
                || made.getMemory() != MEMORY_KIB
                || made.getIterations() != PASSES
                || made.getParallelism() != LANES
                || made.getOutputLength() != HASH_BYTES;
    }

    /** How many hashes were computed so far: what a log-in costs, for the tests and the metrics. */
    public long work() {
        return work.sum();
    }
}
