package energy.optibid.platform;

/** MLflow refuses a call for good: the same call will be refused again. */
public class MlflowRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String errorCode;

    /** @param errorCode MLflow's own, for example {@code RESOURCE_DOES_NOT_EXIST}; empty where it told none */
    public MlflowRefusedException(String call, int status, String errorCode, String reason) {
        super(call + ": " + status + (errorCode.isEmpty() ? "" : " " + errorCode)
                + (reason.isEmpty() ? "" : ": " + reason));
        this.errorCode = errorCode;
    }

    public String errorCode() {
        return errorCode;
    }
}
