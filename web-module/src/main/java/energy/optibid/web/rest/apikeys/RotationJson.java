package energy.optibid.web.rest.apikeys;

/**
 * Asks for a key in place of another.
 *
 * @param overlapHours for how long the old one lives on, 0 to 168
 */
public record RotationJson(int overlapHours) {}
