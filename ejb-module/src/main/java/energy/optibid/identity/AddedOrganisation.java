package energy.optibid.identity;

/** An organisation that was just added, and its first administrator. */
public record AddedOrganisation(Organisation organisation, InvitedUser administrator) {}
