package energy.optibid.platform.internal;

import energy.optibid.platform.Actor;
import energy.optibid.platform.OrganisationBound;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Enters the transaction of a facade's method for the organisation of its actor. */
@Interceptor
@OrganisationBound
@Priority(Interceptor.Priority.APPLICATION)
public class OrganisationInterceptor {

    @Inject
    TransactionOrganisation transaction;

    @AroundInvoke
    Object enter(InvocationContext call) throws Exception {
        Optional<Actor> actor = actor(call.getParameters());
        if (actor.isPresent() && transaction.isInTransaction()) {
            transaction.enter(actor.get().organisationId());
        }
        return call.proceed();
    }

    /** @param arguments null in Payara where the method has none */
    private static Optional<Actor> actor(Object @Nullable [] arguments) {
        return Stream.ofNullable(arguments)
                .flatMap(Arrays::stream)
                .filter(Actor.class::isInstance)
                .map(Actor.class::cast)
                .findFirst();
    }
}
