/** The console's files and the page of the API's problems. */
@NullMarked
package energy.optibid.web.assets;

import org.jspecify.annotations.NullMarked;
