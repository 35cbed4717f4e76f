package energy.optibid.market;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** There is no file of market data of that id. */
@ApplicationException
public class FileNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public FileNotFoundException(UUID fileId) {
        super("There is no file " + fileId);
    }
}
