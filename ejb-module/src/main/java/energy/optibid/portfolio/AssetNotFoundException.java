package energy.optibid.portfolio;

import jakarta.ejb.ApplicationException;
import java.util.UUID;

/** There is no such asset, or it is another organisation's, which is not told apart. */
@ApplicationException(rollback = true)
public class AssetNotFoundException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final UUID assetId;

    public AssetNotFoundException(UUID assetId) {
        super("There is no asset " + assetId);
        this.assetId = assetId;
    }

    public UUID assetId() {
        return assetId;
    }
}
