/** The database's changelogs as a library for the start and as a command for production. */
@NullMarked
package energy.optibid.liquibase;

import org.jspecify.annotations.NullMarked;
