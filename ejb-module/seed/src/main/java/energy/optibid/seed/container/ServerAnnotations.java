package energy.optibid.seed.container;

import jakarta.annotation.Resource;
import jakarta.ejb.Stateless;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.literal.InjectLiteral;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Says in words of CDI what a server does for its own annotations. */
class ServerAnnotations implements Extension {

    <T> void stateless(@Observes @WithAnnotations(Stateless.class) ProcessAnnotatedType<T> type) {
        type.configureAnnotatedType().add(ApplicationScoped.Literal.INSTANCE).add(Transactional.Literal.INSTANCE);
    }

    <T> void injected(
            @Observes @WithAnnotations({PersistenceContext.class, Resource.class}) ProcessAnnotatedType<T> type) {
        type.configureAnnotatedType()
                .filterFields(field -> field.isAnnotationPresent(PersistenceContext.class)
                        || field.getJavaMember().getType().equals(TransactionSynchronizationRegistry.class))
                .forEach(field -> field.remove(annotation ->
                                annotation instanceof PersistenceContext || annotation instanceof Resource)
                        .add(InjectLiteral.INSTANCE));
    }
}
