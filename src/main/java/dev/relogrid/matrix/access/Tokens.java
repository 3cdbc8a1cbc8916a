package dev.relogrid.matrix.access;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens for programs: issued once, kept as digests, found by what a request carries. */
@Service
public class Tokens {
    private static final Duration USE_IS_WRITTEN_EVERY = Duration.ofMinutes(1);
    private static final long FIRST_TOKEN_LOCK = 0x726c675f746f6bL;

    private final ApiTokens table;

    Tokens(ApiTokens table) {
        this.table = table;
    }

    /** Whether a string claims to be one of these tokens. */
    public static boolean looksLikeOne(String text) {
        return text.startsWith(Secret.PREFIX);
    }

    /** Issues a token; its secret is in the answer and nowhere else. */
    @Transactional
    public IssuedToken create(NewToken wanted) {
        String project = wanted.project();
        @Nullable Long bound = null;
        if (project != null) {
            bound = table.projectId(project).orElseThrow(() -> new UnknownProject(project));
        }
        String secret = Secret.make();
        ApiToken made = table.saveAndFlush(new ApiToken(wanted, bound, Secret.digest(secret), now()));
        return new IssuedToken(secret, made.kept(project));
    }

    /** The token a request carries, while it is good; remembers to the minute that it was used. */
    @Transactional
    public Optional<KeptToken> find(String secret) {
        Instant now = now();
        Optional<KeptToken> found =
                table.findByDigest(Secret.digest(secret)).map(this::kept).filter(token -> token.isGood(now));
        found.filter(token -> isStale(token, now))
                .ifPresent(token -> table.used(token.id(), now, now.minus(USE_IS_WRITTEN_EVERY)));
        return found;
    }

    /** Every token ever issued, oldest first. */
    @Transactional(readOnly = true)
    public List<KeptToken> list() {
        return table.findAllByOrderById().stream().map(this::kept).toList();
    }

    /** How many tokens are good just now. */
    @Transactional(readOnly = true)
    public long countGood() {
        return table.countGood(now());
    }

    /** Ends a token from the next request on; false where there is none of this id. Twice is once. */
    @Transactional
    public boolean revoke(long id) {
        Optional<ApiToken> token = table.findById(id);
        token.ifPresent(found -> found.revoke(now()));
        return token.isPresent();
    }

    /** A first token that opens everything, unless there is one; of nodes that start together one makes it. */
    @Transactional
    public Optional<IssuedToken> firstAdmin() {
        table.lock(FIRST_TOKEN_LOCK);
        if (table.countGoodAdmins(now()) > 0) {
            return Optional.empty();
        }
        return Optional.of(create(NewToken.lasting("first admin", Scope.ADMIN)));
    }

    private KeptToken kept(ApiToken token) {
        return token.kept(token.projectId().flatMap(table::projectName).orElse(null));
    }

    private static boolean isStale(KeptToken token, Instant now) {
        Instant last = token.lastUsedAt();
        return last == null || last.isBefore(now.minus(USE_IS_WRITTEN_EVERY));
    }

    /** To the microsecond, as PostgreSQL keeps it, so that what is answered is what is kept. */
    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }
}
