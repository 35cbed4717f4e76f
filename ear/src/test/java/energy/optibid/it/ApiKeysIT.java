package energy.optibid.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

/** API keys: made once, exchanged for tokens, rotated and revoked. */
class ApiKeysIT {
    private static final Api HOME = Api.anonymous().from("192.0.2.30");

    @Test
    void keyShouldGiveTokenWithItsRolesAndNoMore() {
        TestUser user = TestUser.create("trader", "viewer");
        Api self = self(user);
        Answer created = self.post("/api/v1/api-keys", "{\"name\":\"Desk\",\"roles\":[\"viewer\"]}");
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        String id = created.json().get("id").asText();
        String key = created.json().get("key").asText();
        assertThat(created.header("Location")).endsWith("/api/v1/api-keys/" + id);
        assertThat(key).matches("optibid_[a-z2-7]{12}_[a-z2-7]{59}");

        JsonNode token = exchange(key).json();
        assertThat(token.get("tokenType").asText()).isEqualTo("Bearer");
        assertThat(token.get("expiresIn").asInt()).isEqualTo(900);
        Api program = Api.withToken(token.get("accessToken").asText());

        assertThat(program.get("/api/v1/assets").status()).isEqualTo(200);
        assertThat(program.post("/api/v1/bid-runs", "{}").status())
                .as("the user's other role")
                .isEqualTo(403);
        assertThat(program.get("/api/v1/api-keys").status())
                .as("keys keep no keys")
                .isEqualTo(403);
        assertThat(program.post("/api/v1/auth/mfa/enrolment", "{}").status()).isEqualTo(403);
        JsonNode listed = self.get("/api/v1/api-keys").json().get("items").get(0);
        assertThat(listed.get("id").asText()).isEqualTo(id);
        assertThat(listed.get("state").asText()).isEqualTo("live");
        assertThat(listed.has("lastUsedAt")).isTrue();
        assertThat(key).startsWith(listed.get("prefix").asText());
        assertThat(self.get("/api/v1/api-keys").body()).doesNotContain(key);
    }

    @Test
    void revocationShouldEndKeyAndItsTokensAtOnce() {
        TestUser user = TestUser.create("viewer");
        Api self = self(user);
        JsonNode created = create(self);
        Api program = program(created);
        assertThat(program.get("/api/v1/assets").status()).isEqualTo(200);

        assertThat(self.send(self.request(
                                        "/api/v1/api-keys/" + created.get("id").asText())
                                .DELETE())
                        .status())
                .isEqualTo(204);

        assertThat(program.get("/api/v1/assets").status()).isEqualTo(401);
        Answer refused = exchange(created.get("key").asText());
        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.json().get("code").asText()).isEqualTo("api-key-refused");
        assertThat(self.send(self.request(
                                        "/api/v1/api-keys/" + created.get("id").asText())
                                .DELETE())
                        .status())
                .as("once more")
                .isEqualTo(404);
    }

    @Test
    void rotationShouldLetBothKeysWorkForItsOverlap() {
        TestUser user = TestUser.create("viewer");
        Api self = self(user);
        JsonNode old = create(self);

        JsonNode fresh = rotate(self, old, 24).json();
        assertThat(exchange(old.get("key").asText()).status()).isEqualTo(200);
        assertThat(exchange(fresh.get("key").asText()).status()).isEqualTo(200);

        Api program = program(fresh);
        assertThat(rotate(self, fresh, 0).status()).isEqualTo(201);
        assertThat(exchange(fresh.get("key").asText()).status()).isEqualTo(401);
        assertThat(program.get("/api/v1/assets").status()).as("its tokens").isEqualTo(401);
        assertThat(rotate(self, old, 169).status()).isEqualTo(422);
    }

    @Test
    void keyShouldDieWithItsUsersSuspensionAndRoles() {
        TestUser user = TestUser.create("viewer");
        String key = create(self(user)).get("key").asText();

        user.sql("update users set status = 'suspended' where id = ?", user.id());
        assertThat(exchange(key).status()).isEqualTo(401);
        user.sql("update users set status = 'active' where id = ?", user.id());
        assertThat(exchange(key).status()).isEqualTo(200);
        user.sql(
                "update api_keys set created_at = now() - interval '2 days', expires_at = now() - interval '1 day'"
                        + " where user_id = ?",
                user.id());
        assertThat(exchange(key).status()).as("expired").isEqualTo(401);
        user.sql("update api_keys set expires_at = now() + interval '1 day' where user_id = ?", user.id());
        user.sql("delete from user_roles where user_id = ?", user.id());
        assertThat(exchange(key).status()).as("without its role").isEqualTo(401);
    }

    @Test
    void keyShouldBeRefusedAlikeWhenMalformedUnknownOrChanged() {
        TestUser user = TestUser.create("viewer");
        String key = create(self(user)).get("key").asText();
        String unknown = "optibid_aaaaaaaaaaaa_" + "a".repeat(59);

        for (String wrong :
                new String[] {"", "x", unknown, key + "a", key.substring(1), key.toUpperCase(java.util.Locale.ROOT)}) {
            Answer answer = exchange(wrong);
            assertThat(answer.status()).as(wrong).isEqualTo(401);
            assertThat(answer.json().get("code").asText()).isEqualTo("api-key-refused");
        }
        assertThat(self(user)
                        .post("/api/v1/api-keys", "{\"name\":\"Desk\",\"roles\":[\"administrator\"]}")
                        .json()
                        .get("errors")
                        .get(0)
                        .get("code")
                        .asText())
                .isEqualTo("role-not-held");
    }

    @Test
    void othersKeysShouldBeOutOfReachButForTheAdministrator() {
        TestUser user = TestUser.create("viewer");
        JsonNode key = create(self(user));
        TestUser stranger = TestUser.create("administrator");
        Api strangers = self(stranger);
        String path = "/api/v1/api-keys/" + key.get("id").asText();

        assertThat(strangers.send(strangers.request(path).DELETE()).status()).isEqualTo(404);
        assertThat(rotate(strangers, key, 1).status()).isEqualTo(404);
        assertThat(strangers.get("/api/v1/api-keys").json().get("items")).isEmpty();

        TestUser administrator = user.colleague("administrator");
        Api administrators = self(administrator);
        assertThat(administrators.get("/api/v1/api-keys").json().get("items")).hasSize(1);
        assertThat(rotate(administrators, key, 1).status())
                .as("a key of another's")
                .isEqualTo(404);
        assertThat(administrators.send(administrators.request(path).DELETE()).status())
                .isEqualTo(204);
    }

    @Test
    void keyShouldNotStandInTheDatabaseInTheClear() {
        TestUser user = TestUser.create("viewer");
        Api self = self(user);
        Answer created = self.send(self.request("/api/v1/api-keys")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "dump-" + user.id())
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"name\":\"Desk\",\"roles\":[\"viewer\"]}")));
        String key = created.json().get("key").asText();
        String secret = key.substring(key.lastIndexOf('_') + 1, key.length() - 7);

        for (String table : new String[] {"api_keys", "audit_entries"}) {
            assertThat(user.text("select count(*) from " + table + " t where t::text like ?", "%" + secret + "%"))
                    .as(table)
                    .isEqualTo("0");
        }
        assertThat(user.text("select count(*) from idempotency_keys where user_id = ? and body is not null", user.id()))
                .isEqualTo("1");
        assertThat(user.text(
                        "select count(*) from idempotency_keys where user_id = ?"
                                + " and position(convert_to(?, 'UTF8') in body) > 0",
                        user.id(),
                        secret))
                .isEqualTo("0");
        Answer again = self.send(self.request("/api/v1/api-keys")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "dump-" + user.id())
                .POST(java.net.http.HttpRequest.BodyPublishers.ofString("{\"name\":\"Desk\",\"roles\":[\"viewer\"]}")));
        assertThat(again.body()).isEqualTo(created.body());
    }

    private static Api self(TestUser user) {
        return Api.withToken(user.logIn(HOME).json().get("accessToken").asText());
    }

    private static JsonNode create(Api self) {
        Answer created = self.post("/api/v1/api-keys", "{\"name\":\"Desk\",\"roles\":[\"viewer\"]}");
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        return created.json();
    }

    private static Api program(JsonNode key) {
        return Api.withToken(
                exchange(key.get("key").asText()).json().get("accessToken").asText());
    }

    private static Answer rotate(Api self, JsonNode key, int hours) {
        return self.post("/api/v1/api-keys/" + key.get("id").asText() + "/rotate", "{\"overlapHours\":" + hours + "}");
    }

    private static Answer exchange(String key) {
        return HOME.post("/api/v1/auth/token", "{\"apiKey\":\"" + key + "\"}");
    }
}
