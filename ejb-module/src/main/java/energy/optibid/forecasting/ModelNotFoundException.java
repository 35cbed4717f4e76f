package energy.optibid.forecasting;

import jakarta.ejb.ApplicationException;

/** There is no registered model of that name, or none of its versions has that number; another organisation's is not there. */
@ApplicationException(rollback = true)
public class ModelNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String model;

    public ModelNotFoundException(String model) {
        super("There is no registered model " + model);
        this.model = model;
    }

    public ModelNotFoundException(String model, int number) {
        super("The model " + model + " has no version " + number);
        this.model = model;
    }

    public String model() {
        return model;
    }
}
