package energy.optibid.push.internal;

import energy.optibid.push.ConnectionRegistry;
import energy.optibid.push.ConnectionRegistryContract;

class InMemoryConnectionRegistryTest extends ConnectionRegistryContract {

    @Override
    protected ConnectionRegistry registry() {
        return new InMemoryConnectionRegistry();
    }
}
