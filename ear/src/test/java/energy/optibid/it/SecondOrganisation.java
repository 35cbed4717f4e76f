package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

/** Another organisation beside the demo's, with one user who has every role in it, but is no operator of the platform. */
record SecondOrganisation(UUID id, UUID userId, String token) {

    private static final String DEMO_USER = "admin@demo.optibid";
    private static final String DEMO_PASSWORD = "optibid-demo-2026";

    /** Makes one in the database, its user as a copy of the demo's, password included, and logs the user in. */
    static SecondOrganisation create() {
        UUID id = UUID.randomUUID();
        UUID userId = UUID.randomUUID();
        String email = userId + "@second.example";
        ServerUnderTest.database()
                .execute(
                        "insert into organisations (id, name, created_at) values ('%s', 'Second %s', now())"
                                .formatted(id, id),
                        """
                        insert into users select (jsonb_populate_record(u, '{"id": "%s", "organisation_id": "%s",
                            "email": "%s", "display_name": "Second"}')).* from users u where u.email = '%s'
                        """.formatted(userId, id, email, DEMO_USER),
                        """
                        insert into user_roles (organisation_id, user_id, role_code)
                        select '%s', '%s', code from roles where code <> 'operator'
                        """.formatted(id, userId));
        Answer answer = Api.anonymous()
                .post("/api/v1/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, DEMO_PASSWORD));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return new SecondOrganisation(
                id, userId, answer.json().get("accessToken").asText());
    }

    /** As that user, at the server under test. */
    Api api() {
        return Api.withToken(token);
    }
}
