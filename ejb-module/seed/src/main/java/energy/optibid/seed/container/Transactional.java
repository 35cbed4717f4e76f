package energy.optibid.seed.container;

import jakarta.enterprise.util.AnnotationLiteral;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Put on each {@code @Stateless} class: its methods are transactions, as {@code @TransactionAttribute} says. */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@interface Transactional {

    /** The annotation as a value. */
    final class Literal extends AnnotationLiteral<Transactional> implements Transactional {
        private static final long serialVersionUID = 1;
        static final Literal INSTANCE = new Literal();
    }
}
