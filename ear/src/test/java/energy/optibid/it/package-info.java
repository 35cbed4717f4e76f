/**
 * The integration tests: the real archives on the real servers, each against a PostgreSQL of its own.
 *
 * <p>Every {@code *IT} of this module runs twice: once against {@code optibid.war} on Payara Micro and once against
 * {@code optibid.ear} on Payara Server, as {@code ENVIRONMENT=development} with the demo data. The server is started
 * when the first test asks for it and ended with the JVM; logs lie in {@code ear/target/it/<number of the JVM>/<form>}.
 *
 * <p>To add a test: a class {@code SomethingIT} in this package, methods {@code somethingShouldDoXWhenY}, and in them
 *
 * <pre>{@code
 * Api trader = Api.as("trader");
 * Answer created = trader.post("/api/v1/assets", "{...}");
 * assertThat(created.status()).isEqualTo(201);
 * assertThat(created.json().get("id").asText()).isNotEmpty();
 * }</pre>
 *
 * A test makes what it needs and does not rely on the order or on what other tests left. One that holds for one form
 * only says so: {@code @EnabledIfSystemProperty(named = "optibid.form", matches = "micro")}.
 *
 * <p>One form, one class: {@code mvn -B verify -pl ear -am -Dit.test='SomethingIT' -DskipServer}; {@code -DskipMicro}
 * leaves out the other.
 */
@NullMarked
package energy.optibid.it;

import org.jspecify.annotations.NullMarked;
