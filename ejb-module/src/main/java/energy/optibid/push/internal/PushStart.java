package energy.optibid.push.internal;

import energy.optibid.push.PushDesk;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;

/** Has the desk there from the start, so that a wrong setting stops it and not the first client. */
@Startup
@Singleton
@DependsOn("SchemaGate")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PushStart {

    @Inject
    PushDesk desk;

    @PostConstruct
    void start() {
        var unused = desk.figures();
    }
}
