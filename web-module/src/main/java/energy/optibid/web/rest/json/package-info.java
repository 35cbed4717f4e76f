/** JSON as this interface reads and writes it: strict, exact, every finding at once. */
@NullMarked
package energy.optibid.web.rest.json;

import org.jspecify.annotations.NullMarked;
