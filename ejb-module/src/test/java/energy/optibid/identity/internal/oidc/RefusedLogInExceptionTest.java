package energy.optibid.identity.internal.oidc;

import static org.assertj.core.api.Assertions.assertThat;

import energy.optibid.identity.SingleSignOnRefusal;
import org.junit.jupiter.api.Test;

class RefusedLogInExceptionTest {

    @Test
    void messageShouldBeOneShortLineWhenAStrangerHasWrittenIt() {
        String message = "issuer a\r\nSEVERE: b\u0000\u202e" + "x".repeat(1000);

        RefusedLogInException refusal = new RefusedLogInException(SingleSignOnRefusal.NOT_ACCEPTED, message);

        assertThat(refusal).hasMessageStartingWith("issuer a  SEVERE: b  xxx");
        assertThat(String.valueOf(refusal.getMessage())).hasSize(300);
        assertThat(refusal.reason().code()).isEqualTo("sso-not-accepted");
    }
}
