package energy.optibid.web.rest.sso;

import java.util.Optional;
import java.util.UUID;

/**
 * What is sent to begin a log-in at an identity provider: an address or an organisation.
 *
 * @param email an address of a domain that an organisation has named
 * @param organisation the id of an organisation
 * @param returnTo the path or the fragment of the console to show afterwards; the start page unless given
 */
public record StartSingleSignOnJson(Optional<String> email, Optional<UUID> organisation, Optional<String> returnTo) {}
