package energy.optibid.seed;

/** The database or the environment is none to be seeded; the message says why and what to do. Nothing was changed. */
final class SeedRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SeedRefusedException(String message) {
        super(message);
    }
}
