/** Lists as people take them to a spreadsheet: CSV and XLSX, a column for each field, with formulas defused. */
@NullMarked
package energy.optibid.web.rest.table;

import org.jspecify.annotations.NullMarked;
