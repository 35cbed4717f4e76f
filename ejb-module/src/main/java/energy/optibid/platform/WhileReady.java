package energy.optibid.platform;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Of the methods of a timer: they run only while PostgreSQL answers its probes, and otherwise wait for their next turn. Its
 * loss is logged once, by its own state; a timer would tell of it again at each of its turns, and where the database hangs
 * keep a thread at each.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface WhileReady {}
