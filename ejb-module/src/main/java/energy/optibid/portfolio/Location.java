package energy.optibid.portfolio;

import java.math.BigDecimal;

/**
 * A point on the earth, WGS 84.
 *
 * @param latitude degrees, north positive, [-90, 90]
 * @param longitude degrees, east positive, [-180, 180]
 */
public record Location(BigDecimal latitude, BigDecimal longitude) {}
