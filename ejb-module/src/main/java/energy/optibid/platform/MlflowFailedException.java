package energy.optibid.platform;

/** MLflow does not answer, or not as MLflow does, or does not let us in: it may be tried again later. */
public class MlflowFailedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int status;

    /** @param status of its answer; 0 where there was none */
    public MlflowFailedException(int status, String message) {
        super(message);
        this.status = status;
    }

    /** Of the answer; 0 where there was none. */
    public int status() {
        return status;
    }
}
