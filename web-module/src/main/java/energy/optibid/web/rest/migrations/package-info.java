/** The changesets of the database. */
@NullMarked
package energy.optibid.web.rest.migrations;

import org.jspecify.annotations.NullMarked;
