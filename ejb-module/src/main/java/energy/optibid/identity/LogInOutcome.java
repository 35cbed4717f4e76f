package energy.optibid.identity;

import java.time.Duration;
import java.util.Optional;

/** What came of an address and its password, which were right. */
public sealed interface LogInOutcome {

    /**
     * The user is logged in.
     *
     * @param device for the browser to keep, so that it is known at the next log-in; absent where it is known already
     */
    record Authenticated(GrantedAccess access, Optional<String> device) implements LogInOutcome {
        @Override
        public String toString() {
            return "Authenticated[" + access.user().email() + "]";
        }
    }

    /** A code of the user's authenticator is to follow, with this challenge. */
    record SecondFactorNeeded(Challenge challenge) implements LogInOutcome {}

    /** The organisation asks this user for a second factor, which is to be enrolled with this challenge first. */
    record EnrolmentNeeded(Challenge challenge) implements LogInOutcome {}

    /**
     * Stands for the password that was right until the second factor follows.
     *
     * @param secret to be sent along with it
     * @param validFor how long it is accepted from now on
     */
    record Challenge(String secret, Duration validFor) {
        @Override
        public String toString() {
            return "Challenge[" + validFor + "]";
        }
    }
}
