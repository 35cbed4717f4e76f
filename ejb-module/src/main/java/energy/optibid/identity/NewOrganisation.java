package energy.optibid.identity;

/** An organisation that an operator adds, with its first administrator, who is invited. */
public record NewOrganisation(String name, String administratorEmail, String administratorName) {}
