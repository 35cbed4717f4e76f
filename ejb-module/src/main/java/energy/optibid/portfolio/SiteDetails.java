package energy.optibid.portfolio;

import java.util.Optional;

/** What a user says of a site, when it is added and when it is changed; not checked yet. */
public record SiteDetails(String name, String zoneCode, Optional<Location> location, GridConnection connection) {}
