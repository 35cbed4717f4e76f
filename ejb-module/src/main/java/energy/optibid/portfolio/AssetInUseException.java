package energy.optibid.portfolio;

import jakarta.ejb.ApplicationException;
import java.util.List;
import java.util.UUID;

/** An asset cannot be deleted while bid runs work with it. */
@ApplicationException(rollback = true)
public class AssetInUseException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<UUID> openRuns;

    public AssetInUseException(UUID assetId, List<UUID> openRuns) {
        super("Asset %s has %d bid runs that have not ended".formatted(assetId, openRuns.size()));
        this.openRuns = List.copyOf(openRuns);
    }

    /** The bid runs. */
    public List<UUID> openRuns() {
        return openRuns;
    }
}
