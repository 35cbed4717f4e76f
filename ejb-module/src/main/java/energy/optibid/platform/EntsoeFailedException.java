package energy.optibid.platform;

/** The Transparency Platform does not answer, or not as it should, or does not let us in: it may be asked again later. */
public class EntsoeFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public EntsoeFailedException(String message) {
        super(message);
    }
}
