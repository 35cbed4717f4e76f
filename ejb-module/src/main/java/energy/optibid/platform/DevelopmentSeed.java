package energy.optibid.platform;

/**
 * Demo data of one feature. A CDI bean; called at each start in development, never in production, after the schema is
 * up to date and in ascending {@link #order()}. Each call runs outside of a transaction: the facades begin their own.
 */
public interface DevelopmentSeed {

    /** Smaller runs earlier: identity 10, market 20, portfolio 30. */
    int order();

    /** Adds what is missing; does nothing when everything is there. */
    void seed();
}
