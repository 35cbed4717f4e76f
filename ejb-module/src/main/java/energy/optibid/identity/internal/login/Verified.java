package energy.optibid.identity.internal.login;

import energy.optibid.identity.UserAccount;
import java.time.Duration;
import java.util.List;

/** What came of a code that followed a right password. */
public sealed interface Verified {

    /** The challenge is none, or none any more. */
    record ChallengeOver() implements Verified {}

    /** Too many wrong ones came from here: nothing was looked at. */
    record TooMany(Duration pause) implements Verified {}

    record CodeWrong() implements Verified {}

    /**
     * The user is in.
     *
     * @param recoveryCodes of an authenticator that was just enrolled
     */
    record CodeRight(UserAccount user, List<String> recoveryCodes, Welcome welcome) implements Verified {
        public CodeRight {
            recoveryCodes = List.copyOf(recoveryCodes);
        }

        @Override
        public String toString() {
            return "CodeRight[" + user.email() + "]";
        }
    }
}
