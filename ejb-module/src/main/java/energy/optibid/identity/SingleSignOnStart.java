package energy.optibid.identity;

import java.time.Duration;

/**
 * A log-in that goes on at the identity provider.
 *
 * @param authorizationUrl where the browser has to go
 * @param state that the provider gives back
 * @param browserSecret for a cookie that no script reads; the answer counts only together with it
 * @param validFor how long the provider's answer is waited for
 */
public record SingleSignOnStart(String authorizationUrl, String state, String browserSecret, Duration validFor) {
    @Override
    public String toString() {
        return "SingleSignOnStart[" + validFor + "]";
    }
}
