package energy.optibid.platform;

/** Counts requests against limits; injectable. Counts of one subject are exact also under parallel requests. */
public interface RateLimiter {

    /**
     * Counts one request, unless there is no room for it.
     *
     * @param subject whose request it is, at most 200 characters: an address, a user's id
     */
    Allowance take(RateLimit limit, String subject);
}
