package energy.optibid.portfolio;

import java.util.Optional;
import java.util.UUID;

/**
 * Which assets are listed.
 *
 * @param kind only those of this kind; absent for all
 * @param siteId only those on this site; absent for all
 * @param deleted whether those too that are only kept for their history
 */
public record AssetFilter(Optional<AssetKind> kind, Optional<UUID> siteId, boolean deleted) {

    /** All that live. */
    public static AssetFilter living() {
        return new AssetFilter(Optional.empty(), Optional.empty(), false);
    }
}
