package energy.optibid.seed.container;

import jakarta.annotation.Priority;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.lang.reflect.Method;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Begins and ends transactions around the methods of stateless beans, outside of every other interceptor. */
@Interceptor
@Transactional
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class TransactionInterceptor {

    @Inject
    Transactions transactions;

    @AroundInvoke
    @Nullable
    Object around(InvocationContext call) throws Exception {
        return switch (attribute(call.getMethod())) {
            case REQUIRED -> transactions.active() ? call.proceed() : transactions.inNew(call::proceed);
            case REQUIRES_NEW -> transactions.inNew(call::proceed);
            case NOT_SUPPORTED -> transactions.without(call::proceed);
            case SUPPORTS -> call.proceed();
            case MANDATORY -> proceedIf(transactions.active(), call);
            case NEVER -> proceedIf(!transactions.active(), call);
        };
    }

    private static @Nullable Object proceedIf(boolean allowed, InvocationContext call) throws Exception {
        if (!allowed) {
            throw new IllegalStateException(
                    call.getMethod() + " is called with a transaction or without, as it must not");
        }
        return call.proceed();
    }

    private static TransactionAttributeType attribute(Method method) {
        return Optional.ofNullable(method.getAnnotation(TransactionAttribute.class))
                .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(TransactionAttribute.class)))
                .map(TransactionAttribute::value)
                .orElse(TransactionAttributeType.REQUIRED);
    }
}
