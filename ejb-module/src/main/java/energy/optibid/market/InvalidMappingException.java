package energy.optibid.market;

import jakarta.ejb.ApplicationException;

/** A mapping asks for something that cannot be, whatever the file holds. */
@ApplicationException(rollback = true)
public class InvalidMappingException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String parameter;
    private final String value;

    /**
     * @param parameter name of the mapping's part, for example {@code minutes}
     * @param value what was given
     * @param allowed what may be given
     */
    public InvalidMappingException(String parameter, String value, String allowed) {
        super("%s is \"%s\"; allowed: %s".formatted(parameter, value, allowed));
        this.parameter = parameter;
        this.value = value;
    }

    public String parameter() {
        return parameter;
    }

    public String value() {
        return value;
    }
}
