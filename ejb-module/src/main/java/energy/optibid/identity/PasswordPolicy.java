package energy.optibid.identity;

import energy.optibid.identity.internal.password.CommonPasswords;
import energy.optibid.identity.internal.password.PasswordText;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/**
 * What a new password must be, after NIST SP 800-63B-4 (2025), section 3.1.1: long enough, not one that everybody
 * guesses, and nothing else; no rule about kinds of characters, no expiry. Lengths count Unicode code points of the
 * text in normal form C, which is also what is hashed.
 */
@ApplicationScoped
public class PasswordPolicy {
    /** Where the password is the only factor. */
    public static final int MIN_LENGTH = 15;

    /** Where the organisation's policy asks for a second factor. */
    public static final int MIN_LENGTH_WITH_SECOND_FACTOR = 8;

    /** Bounds the work of hashing; far above the 64 that NIST asks to accept. */
    public static final int MAX_LENGTH = 1024;

    /** What must be left of a password without the words that belong to its user. */
    private static final int LEAST_BESIDES_CONTEXT = 8;

    private final CommonPasswords common = new CommonPasswords();

    /**
     * Refuses a password that breaks the policy.
     *
     * @throws PasswordRefusedException with everything that is wrong
     */
    public void check(String password, PasswordContext context) {
        List<PasswordFinding> findings = findings(password, context);
        if (!findings.isEmpty()) {
            throw new PasswordRefusedException(findings);
        }
    }

    /** Everything that is wrong with a new password; empty where it may be used. */
    public List<PasswordFinding> findings(String password, PasswordContext context) {
        if (PasswordText.isTooLong(password)) {
            return List.of(new PasswordFinding("too-long", "Use at most " + MAX_LENGTH + " characters"));
        }
        int least = context.secondFactorRequired() ? MIN_LENGTH_WITH_SECOND_FACTOR : MIN_LENGTH;
        PasswordText text = PasswordText.of(password);
        List<PasswordFinding> findings = new ArrayList<>();
        if (text.length() < least) {
            findings.add(new PasswordFinding("too-short", "Use at least " + least + " characters"));
        }
        if (common.contain(text)) {
            findings.add(new PasswordFinding("common", "This is one of the passwords that are guessed first"));
        }
        if (text.length() >= least && text.repeatedUnit() < least) {
            findings.add(new PasswordFinding("repetition", "It repeats a text that is too short by itself"));
        }
        if (text.unpredicted() < Math.max(4, least / 3)) {
            findings.add(new PasswordFinding("sequence", "It follows the alphabet, the digits or the keyboard"));
        }
        if (text.without(context) < LEAST_BESIDES_CONTEXT) {
            findings.add(new PasswordFinding(
                    "contains-context", "It is little more than your name, your organisation's or the product's"));
        }
        return List.copyOf(findings);
    }
}
