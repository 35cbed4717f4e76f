package energy.optibid.web.rest.openapi;

import energy.optibid.web.rest.IfMatch;
import energy.optibid.web.rest.alerts.AlertsResource;
import energy.optibid.web.rest.analytics.AnomaliesResource;
import energy.optibid.web.rest.analytics.CopyResource;
import energy.optibid.web.rest.analytics.CorrelationResource;
import energy.optibid.web.rest.analytics.DeskKpisResource;
import energy.optibid.web.rest.analytics.DurationCurveResource;
import energy.optibid.web.rest.analytics.MarketFiguresResource;
import energy.optibid.web.rest.analytics.PriceStatisticsResource;
import energy.optibid.web.rest.analytics.SpreadsResource;
import energy.optibid.web.rest.apikeys.ApiKeysResource;
import energy.optibid.web.rest.apikeys.TokenResource;
import energy.optibid.web.rest.assets.AssetsResource;
import energy.optibid.web.rest.assets.SitesResource;
import energy.optibid.web.rest.audit.AuditEntriesResource;
import energy.optibid.web.rest.auth.AccountResource;
import energy.optibid.web.rest.auth.KeysResource;
import energy.optibid.web.rest.auth.LogInResource;
import energy.optibid.web.rest.auth.ProfileResource;
import energy.optibid.web.rest.auth.SecondFactorResource;
import energy.optibid.web.rest.auth.SessionCookieResource;
import energy.optibid.web.rest.auth.SessionsResource;
import energy.optibid.web.rest.auth.UserSecondFactorResource;
import energy.optibid.web.rest.auth.UserSessionsResource;
import energy.optibid.web.rest.bidruns.BidRunsResource;
import energy.optibid.web.rest.health.HealthResource;
import energy.optibid.web.rest.logging.LogLevelsResource;
import energy.optibid.web.rest.mails.MailsResource;
import energy.optibid.web.rest.market.DataQualityResource;
import energy.optibid.web.rest.market.EntsoeDocumentsResource;
import energy.optibid.web.rest.market.ImportsResource;
import energy.optibid.web.rest.market.InstalledCapacitiesResource;
import energy.optibid.web.rest.market.MarketDataFilesResource;
import energy.optibid.web.rest.market.MarketsResource;
import energy.optibid.web.rest.market.PricesResource;
import energy.optibid.web.rest.market.PushedPricesResource;
import energy.optibid.web.rest.market.RuleSetsResource;
import energy.optibid.web.rest.market.SimulationResource;
import energy.optibid.web.rest.market.SourcesResource;
import energy.optibid.web.rest.migrations.MigrationsResource;
import energy.optibid.web.rest.models.ModelRunsResource;
import energy.optibid.web.rest.models.ModelsResource;
import energy.optibid.web.rest.models.RunArtefactsResource;
import energy.optibid.web.rest.organisations.OrganisationsResource;
import energy.optibid.web.rest.sso.IdentityProviderResource;
import energy.optibid.web.rest.sso.SingleSignOnResource;
import energy.optibid.web.rest.users.UsersResource;
import energy.optibid.web.security.SameOrigin;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** The methods behind the operations, and what their signatures say. */
public final class Operations {
    /** Every resource; a test fails when one is missing. */
    public static final List<Class<?>> RESOURCES = List.of(
            ProfileResource.class,
            AccountResource.class,
            UsersResource.class,
            OrganisationsResource.class,
            MailsResource.class,
            AssetsResource.class,
            AuditEntriesResource.class,
            LogInResource.class,
            ApiKeysResource.class,
            TokenResource.class,
            SecondFactorResource.class,
            UserSecondFactorResource.class,
            SessionCookieResource.class,
            SessionsResource.class,
            UserSessionsResource.class,
            KeysResource.class,
            AlertsResource.class,
            AnomaliesResource.class,
            CopyResource.class,
            CorrelationResource.class,
            DeskKpisResource.class,
            DurationCurveResource.class,
            MarketFiguresResource.class,
            PriceStatisticsResource.class,
            SpreadsResource.class,
            BidRunsResource.class,
            ModelRunsResource.class,
            ModelsResource.class,
            RunArtefactsResource.class,
            LogLevelsResource.class,
            MigrationsResource.class,
            HealthResource.class,
            DataQualityResource.class,
            EntsoeDocumentsResource.class,
            IdentityProviderResource.class,
            ImportsResource.class,
            InstalledCapacitiesResource.class,
            MarketDataFilesResource.class,
            SourcesResource.class,
            MarketsResource.class,
            PricesResource.class,
            PushedPricesResource.class,
            RuleSetsResource.class,
            SimulationResource.class,
            SingleSignOnResource.class,
            SitesResource.class);

    private static final Map<String, Method> METHODS = RESOURCES.stream()
            .flatMap(resource -> Arrays.stream(resource.getDeclaredMethods()))
            .filter(method -> method.isAnnotationPresent(Operation.class))
            .collect(Collectors.toMap(Operations::id, Function.identity()));

    private Operations() {}

    /** The method of an operation, or nothing where it is none of ours. */
    static Optional<Method> method(@Nullable String operationId) {
        return operationId == null ? Optional.empty() : Optional.ofNullable(METHODS.get(operationId));
    }

    static String id(Method method) {
        return method.getAnnotation(Operation.class).operationId();
    }

    static boolean needsToken(Method method) {
        return !method.isAnnotationPresent(PermitAll.class);
    }

    /** Whether an Idempotency-Key is looked at. */
    static boolean isReplayed(Method method) {
        return method.isAnnotationPresent(POST.class) && needsToken(method);
    }

    /** Whether the version that the caller has seen is asked for. */
    static boolean isVersioned(Method method) {
        return Arrays.stream(method.getParameters())
                .map(argument -> argument.getAnnotation(HeaderParam.class))
                .anyMatch(header -> header != null && header.value().equals(IfMatch.HEADER));
    }

    /** Whether it goes by a cookie, so that only our own pages may call it. */
    static boolean isForOurPages(Method method) {
        return method.isAnnotationPresent(SameOrigin.class);
    }

    /** The argument that takes the request's body. */
    static Optional<Parameter> body(Method method) {
        return Arrays.stream(method.getParameters())
                .filter(argument -> !argument.isAnnotationPresent(PathParam.class)
                        && !argument.isAnnotationPresent(QueryParam.class)
                        && !argument.isAnnotationPresent(HeaderParam.class)
                        && !argument.isAnnotationPresent(Context.class))
                .findFirst();
    }

    static List<String> consumed(Method method) {
        Consumes consumes = method.getAnnotation(Consumes.class);
        return consumes == null ? List.of() : List.of(consumes.value());
    }

    static List<String> produced(Method method) {
        Produces own = method.getAnnotation(Produces.class);
        Produces produces = own == null ? method.getDeclaringClass().getAnnotation(Produces.class) : own;
        return produces == null ? List.of() : List.of(produces.value());
    }
}
