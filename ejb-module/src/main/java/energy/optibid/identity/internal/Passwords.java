package energy.optibid.identity.internal;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/**
 * Password hashes: argon2id with 19 MiB, two passes and one lane, the least that OWASP's Password Storage Cheat Sheet
 * (2025) asks for, with 16 bytes of salt and 32 of hash.
 */
@ApplicationScoped
public class Passwords {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int HASH_BYTES = 32;
    private static final int SALT_BYTES = 16;

    /** Checked in place of the hash of an account that is not there, so that its absence takes as long. */
    private final String nobody = hash("nobody's password");

    /** A hash with its parameters and salt, in the form of the reference implementation. */
    public String hash(String password) {
        return Password.hash(password)
                .addRandomSalt(SALT_BYTES)
                .with(Argon2Function.getInstance(MEMORY_KIB, PASSES, LANES, HASH_BYTES, Argon2.ID))
                .getResult();
    }

    /** Whether the password is that of the hash; takes the same time when there is no hash, and is false then. */
    public boolean matches(String password, Optional<String> hash) {
        String compared = hash.orElse(nobody);
        boolean same = Password.check(password, compared).with(Argon2Function.getInstanceFromHash(compared));
        return same && hash.isPresent();
    }
}
