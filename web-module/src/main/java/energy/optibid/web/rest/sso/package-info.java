/** Single sign-on: the identity provider of an organisation, and log-in there. */
@NullMarked
package energy.optibid.web.rest.sso;

import org.jspecify.annotations.NullMarked;
