package energy.optibid.platform.internal;

import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;

/** Enters the transaction of a facade's method for the organisation of its actor. */
@Interceptor
@OrganisationBound
@Priority(Interceptor.Priority.APPLICATION)
public class OrganisationInterceptor {

    @Inject
    TransactionOrganisation transaction;

    @AroundInvoke
    Object enter(InvocationContext call) throws Exception {
        for (Object argument : call.getParameters()) {
            if (argument instanceof Actor actor && transaction.isInTransaction()) {
                transaction.enter(actor.organisationId());
                break;
            }
        }
        return call.proceed();
    }
}
