package energy.optibid.market.internal.files;

import energy.optibid.market.internal.rows.Findings;
import energy.optibid.market.internal.rows.ImportLimits;
import java.io.InputStream;

/** How one kind of file is read. Each of its prices goes to the intake, in the order of the file. */
interface PriceFile {

    /** What stands before the decimals of its prices. */
    default char decimalSeparator() {
        return '.';
    }

    /**
     * Reads the file to its end.
     *
     * @param file unpacked; not closed
     * @param limits of size, which the adapter keeps; the intake keeps that of rows
     * @throws energy.optibid.market.ImportRefusedException where it is no file of that kind
     */
    void read(InputStream file, ImportLimits limits, Findings findings, PriceIntake into);
}
