/** What is checked of every request before its resource sees it. */
@NullMarked
package energy.optibid.web.rest.request;

import org.jspecify.annotations.NullMarked;
