/** Single sign-on by OpenID Connect: discovery, keys, the code's exchange and the check of ID tokens. */
@NullMarked
package energy.optibid.identity.internal.oidc;

import org.jspecify.annotations.NullMarked;
