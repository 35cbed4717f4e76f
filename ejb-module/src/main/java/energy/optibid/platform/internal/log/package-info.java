/** The log: one JSON object a line, its file and its levels. */
@NullMarked
package energy.optibid.platform.internal.log;

import org.jspecify.annotations.NullMarked;
