package energy.optibid.platform.internal;

import energy.optibid.platform.SystemStatus;
import energy.optibid.platform.WhileReady;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundTimeout;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import org.jspecify.annotations.Nullable;

/** Passes by the turn of a timer while the database does not answer. */
@WhileReady
@Interceptor
@Priority(Interceptor.Priority.APPLICATION)
public class ReadinessInterceptor {

    @Inject
    SystemStatus status;

    @AroundTimeout
    @Nullable
    Object whileReady(InvocationContext timeout) throws Exception {
        return status.isReady() ? timeout.proceed() : null;
    }
}
