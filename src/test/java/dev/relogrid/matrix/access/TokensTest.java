package dev.relogrid.matrix.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.relogrid.fixture.ServiceTest;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Tokens in the database. */
@ServiceTest
@ExtendWith(OutputCaptureExtension.class)
final class TokensTest {
    private final Tokens tokens;
    private final JdbcClient jdbc;

    @Autowired
    TokensTest(Tokens tokens, JdbcClient jdbc) {
        this.tokens = tokens;
        this.jdbc = jdbc;
    }

    @Test
    void onlyTheDigestIsKept() {
        IssuedToken issued = tokens.create(NewToken.lasting("kept", Scope.READ));
        String row = jdbc.sql("select api_token::text from api_token where id = ?")
                .param(issued.token().id())
                .query(String.class)
                .single();
        assertFalse(row.contains(issued.secret().substring(4)), "the secret is in the row");
        assertTrue(row.contains(Secret.digest(issued.secret())));
        assertFalse(issued.toString().contains(issued.secret()));
        assertNotEquals(
                issued.secret(),
                tokens.create(NewToken.lasting("kept", Scope.READ)).secret());
    }

    @Test
    void anExpiredOneOpensNothing() {
        IssuedToken short1 = tokens.create(
                new NewToken("short", Set.of(Scope.READ), null, Instant.now().plusSeconds(3600)));
        assertEquals(
                Optional.of(short1.token().id()), tokens.find(short1.secret()).map(KeptToken::id));
        jdbc.sql("update api_token set expires_at = now() - interval '1 second' where id = ?")
                .param(short1.token().id())
                .update();
        assertEquals(Optional.empty(), tokens.find(short1.secret()));
    }

    @Test
    void useIsWrittenOnceAMinute() {
        IssuedToken issued = tokens.create(NewToken.lasting("used", Scope.READ));
        tokens.find(issued.secret());
        Instant first = lastUse(issued);
        tokens.find(issued.secret());
        assertEquals(first, lastUse(issued));
        jdbc.sql("update api_token set last_used_at = now() - interval '2 minutes' where id = ?")
                .param(issued.token().id())
                .update();
        tokens.find(issued.secret());
        assertTrue(lastUse(issued).compareTo(first) >= 0);
    }

    @Test
    void aTokenMayBeBoundToAProject() {
        String project = "p-" + UUID.randomUUID();
        jdbc.sql("insert into project (name, created_at) values (?, now())")
                .param(project)
                .update();
        IssuedToken bound = tokens.create(new NewToken("bound", Set.of(Scope.UPLOAD), project, null));
        assertEquals(Optional.of(project), tokens.find(bound.secret()).map(KeptToken::project));
        assertThrows(
                UnknownProject.class,
                () -> tokens.create(new NewToken("bound", Set.of(Scope.UPLOAD), project + "x", null)));
    }

    @Test
    void theFirstAdminIsMadeOnce() {
        assertEquals(Optional.empty(), tokens.firstAdmin(), "made when the service started");
        assertTrue(tokens.list().stream().anyMatch(token -> token.name().equals("first admin")));
    }

    @Test
    void aLostOneIsReplacedOnRequestOnly(CapturedOutput output) {
        List<Object> events = new ArrayList<>();
        new FirstToken(tokens, events::add, false).run(new DefaultApplicationArguments());
        assertFalse(output.getOut().contains("admin token"), "there is one");
        assertEquals(List.of(), events);
        new FirstToken(tokens, events::add, true).run(new DefaultApplicationArguments());
        String printed = output.getOut()
                .lines()
                .filter(line -> line.startsWith("relogrid: admin token: "))
                .findFirst()
                .orElseThrow();
        String secret = printed.substring(printed.lastIndexOf(' ') + 1);
        assertEquals(Optional.of(Set.of(Scope.ADMIN)), tokens.find(secret).map(KeptToken::scopes));
        assertEquals(
                secret, assertInstanceOf(IssuedToken.class, events.getFirst()).secret());
    }

    private Instant lastUse(IssuedToken issued) {
        return jdbc.sql("select last_used_at from api_token where id = ?")
                .param(issued.token().id())
                .query(OffsetDateTime.class)
                .single()
                .toInstant();
    }
}
