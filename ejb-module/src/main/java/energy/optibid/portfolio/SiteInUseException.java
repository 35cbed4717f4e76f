package energy.optibid.portfolio;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.UUID;

/** A site cannot be deleted while assets stand on it. */
@ApplicationException(rollback = true)
public class SiteInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<UUID> assets;

    public SiteInUseException(UUID siteId, List<UUID> assets) {
        super("Site %s has %d assets on it".formatted(siteId, assets.size()));
        this.assets = List.copyOf(assets);
    }

    /** The assets. */
    public List<UUID> assets() {
        return assets;
    }
}
