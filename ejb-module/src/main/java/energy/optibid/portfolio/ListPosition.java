package energy.optibid.portfolio;

import java.util.UUID;

/** A place in a list that is sorted by name and then by identifier: that of one of its items. */
public record ListPosition(String name, UUID id) {}
