package energy.optibid.web.rest.assets;

import energy.optibid.portfolio.Location;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A point on the earth, WGS 84. */
public record LocationJson(
        @Schema(description = "Degrees, north positive, [-90, 90]")
        BigDecimal latitude,

        @Schema(description = "Degrees, east positive, [-180, 180]")
        BigDecimal longitude) {

    static LocationJson of(Location location) {
        return new LocationJson(location.latitude(), location.longitude());
    }

    Location location() {
        return new Location(latitude, longitude);
    }
}
