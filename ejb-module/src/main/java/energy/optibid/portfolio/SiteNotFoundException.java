package energy.optibid.portfolio;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** There is no such site, or it is another organisation's, which is not told apart. */
@ApplicationException(rollback = true)
public class SiteNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID siteId;

    public SiteNotFoundException(UUID siteId) {
        super("There is no site " + siteId);
        this.siteId = siteId;
    }

    public UUID siteId() {
        return siteId;
    }
}
