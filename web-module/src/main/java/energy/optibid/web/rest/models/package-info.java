/** The model registry over REST. */
@NullMarked
package energy.optibid.web.rest.models;

import org.jspecify.annotations.NullMarked;
