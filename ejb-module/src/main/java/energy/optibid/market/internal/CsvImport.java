package energy.optibid.market.internal;

import energy.optibid.market.CsvMapping;
import energy.optibid.market.ImportReport;
import energy.optibid.platform.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;

/** Imports one file within the caller's transaction. */
@ApplicationScoped
public class CsvImport {

    public ImportReport run(Actor actor, CsvMapping mapping, InputStream file) {
        throw new UnsupportedOperationException("The import follows");
    }
}
