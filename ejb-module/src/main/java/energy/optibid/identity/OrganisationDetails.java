package energy.optibid.identity;

/**
 * What is said of an organisation.
 *
 * @param status is changed to {@code ACTIVE} or {@code SUSPENDED}, by an operator only
 */
public record OrganisationDetails(String name, OrganisationStatus status, OrganisationPolicy policy) {}
