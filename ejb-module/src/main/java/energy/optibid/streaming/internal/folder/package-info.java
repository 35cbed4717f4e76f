/** Messages from files of a folder. */
@NullMarked
package energy.optibid.streaming.internal.folder;

import org.jspecify.annotations.NullMarked;
