package energy.optibid.it;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import energy.optibid.platform.Environment;
import energy.optibid.platform.Settings;
import energy.optibid.platform.Vault;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Makes bad tokens out of a good one, with the server's own key where only that makes them bad for one reason. */
final class TokenForge {
    private final String[] parts;
    private final ECKey key;

    TokenForge(String good) {
        this.parts = good.split("\\.", -1);
        this.key = serversKey(String.valueOf(json(parts[0]).get("kid")));
    }

    /** Each bad token with the reason that the metric counts. */
    Map<String, String> tokens() throws JOSEException {
        Map<String, String> tokens = new LinkedHashMap<>();
        long now = Long.parseLong(String.valueOf(json(parts[1]).get("iat")));
        tokens.put("alg none", Base64URL.encode("{\"alg\":\"none\"}") + "." + parts[1] + ".");
        tokens.put("alg none, all else right", encoded(header("alg", "none")) + "." + parts[1] + ".");
        tokens.put("HS256 with the key as PEM", hmac(pem().getBytes(UTF_8)));
        tokens.put("HS256 with the key as DER", hmac(key.toECPublicKey().getEncoded()));
        tokens.put("wrong curve, named", signed(header("alg", "ES384"), same(), wrongCurve()));
        tokens.put("wrong curve, hidden", signed(json(parts[0]), same(), wrongCurve()));
        tokens.put("another key of the right curve", signed(json(parts[0]), same(), anotherKey()));
        tokens.put("unknown kid", headed("kid", "unknown"));
        tokens.put("missing kid", signed(without("kid"), same(), ours()));
        tokens.put("kid with a path", headed("kid", "../../../../../etc/passwd"));
        tokens.put("kid with SQL", headed("kid", "' union select sealed_pair from signing_keys --"));
        tokens.put("expired", claimed("exp", now - 1));
        tokens.put("not yet valid", claimed("nbf", now + 120));
        tokens.put("wrong issuer", claimed("iss", "https://elsewhere.example"));
        tokens.put("wrong audience", claimed("aud", "elsewhere"));
        tokens.put("typ JWT", headed("typ", "JWT"));
        tokens.put("typ of a refresh token", headed("typ", "refresh+jwt"));
        tokens.put("typ of a second factor", headed("typ", "mfa+jwt"));
        tokens.put("altered payload", parts[0] + "." + encoded(claims("groups", List.of("operator"))) + "." + parts[2]);
        tokens.put("no signature", parts[0] + "." + parts[1] + ".");
        tokens.put("embedded jwk", embedded());
        tokens.put("jku", headed("jku", "http://127.0.0.1:9/jwks"));
        tokens.put("x5u", headed("x5u", "http://127.0.0.1:9/cert"));
        tokens.put("crit", headed("crit", List.of("exp")));
        tokens.put("claim twice", doubled());
        tokens.put("without a subject", signed(json(parts[0]), claims("sub", 7), ours()));
        tokens.put("giant", parts[0] + "." + "A".repeat(5000) + "." + parts[2]);
        tokens.put("no token at all", "x");
        tokens.put("three letters", "a.b.c");
        return tokens;
    }

    private String headed(String name, Object value) throws JOSEException {
        return signed(header(name, value), same(), ours());
    }

    private String claimed(String name, Object value) throws JOSEException {
        return signed(json(parts[0]), claims(name, value), ours());
    }

    private String hmac(byte[] secret) throws JOSEException {
        return signed(header("alg", "HS256"), same(), new MACSigner(secret));
    }

    private String embedded() throws JOSEException {
        ECKey own = new ECKeyGenerator(Curve.P_256).generate();
        Map<String, Object> header = json(parts[0]);
        header.put("jwk", own.toPublicJWK().toJSONObject());
        return signed(header, same(), new ECDSASigner(own));
    }

    private String doubled() throws JOSEException {
        String claims = JSONObjectUtils.toJSONString(same()).replaceFirst("\\{", "{\"groups\":[\"operator\"],");
        return signed(JSONObjectUtils.toJSONString(json(parts[0])), claims, ours());
    }

    private JWSSigner ours() throws JOSEException {
        return new ECDSASigner(key);
    }

    private static JWSSigner wrongCurve() throws JOSEException {
        return new ECDSASigner(new ECKeyGenerator(Curve.P_384).generate());
    }

    private static JWSSigner anotherKey() throws JOSEException {
        return new ECDSASigner(new ECKeyGenerator(Curve.P_256).generate());
    }

    private Map<String, Object> header(String name, Object value) {
        return changed(parts[0], json -> json.put(name, value));
    }

    private Map<String, Object> without(String name) {
        return changed(parts[0], json -> json.remove(name));
    }

    private Map<String, Object> claims(String name, Object value) {
        return changed(parts[1], json -> json.put(name, value));
    }

    private Map<String, Object> same() {
        return json(parts[1]);
    }

    private static Map<String, Object> changed(String part, Consumer<Map<String, Object>> change) {
        Map<String, Object> json = json(part);
        change.accept(json);
        return json;
    }

    private static Map<String, Object> json(String part) {
        try {
            return JSONObjectUtils.parse(new Base64URL(part).decodeToString());
        } catch (ParseException e) {
            throw new AssertionError(e);
        }
    }

    private static Base64URL encoded(Map<String, Object> json) {
        return Base64URL.encode(JSONObjectUtils.toJSONString(json));
    }

    private static String signed(Map<String, Object> header, Map<String, Object> claims, JWSSigner signer)
            throws JOSEException {
        return signed(JSONObjectUtils.toJSONString(header), JSONObjectUtils.toJSONString(claims), signer);
    }

    private static String signed(String header, String claims, JWSSigner signer) throws JOSEException {
        String input = Base64URL.encode(header) + "." + Base64URL.encode(claims);
        JWSHeader nominal =
                new JWSHeader(signer.supportedJWSAlgorithms().iterator().next());
        return input + "." + signer.sign(nominal, input.getBytes(US_ASCII));
    }

    private String pem() throws JOSEException {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(key.toECPublicKey().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    /** The pair as the development's vault opens it. */
    private static ECKey serversKey(String id) {
        Vault vault = Vault.of(new Settings(unset -> Optional.empty()), Environment.DEVELOPMENT);
        String query = "select sealed_pair from signing_keys where id = ?";
        try (Connection connection = ServerUnderTest.database().dataSource().getConnection();
                var statement = connection.prepareStatement(query)) {
            statement.setString(1, id);
            ResultSet rows = statement.executeQuery();
            rows.next();
            return ECKey.parse(new String(vault.open("signing-key/" + id, rows.getBytes(1)), UTF_8));
        } catch (SQLException | ParseException e) {
            throw new AssertionError(e);
        }
    }
}
