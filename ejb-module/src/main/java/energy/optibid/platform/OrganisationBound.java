package energy.optibid.platform;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Stands on a facade whose methods take an {@link Actor}: before such a method runs, its transaction is entered for the
 * actor's organisation, and PostgreSQL then shows and takes only that organisation's rows. A method without an actor, and
 * one that runs outside of a transaction, is let through as it is: it sees the rows of no organisation.
 *
 * <p>What acts upon another organisation than the caller's, as an operator does, is a bean of its own with
 * {@code REQUIRES_NEW} that is given an {@code Actor} of that organisation, or calls {@link Tenancy#enter}.
 */
@Inherited
@InterceptorBinding
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface OrganisationBound {}
