package dev.relogrid.matrix.access;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A row of {@code api_token}. */
@Entity
@Table(name = "api_token")
class ApiToken {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private @Nullable Long id;

    @Column(nullable = false)
    private String name;

    @Column(nullable = false, unique = true)
    private String digest;

    @Column(nullable = false)
    private String scopes;

    private @Nullable Long projectId;

    @Column(nullable = false)
    private Instant createdAt;

    private @Nullable Instant expiresAt;
    private @Nullable Instant revokedAt;
    private @Nullable Instant lastUsedAt;

    /** For JPA, which fills the fields in. */
    @SuppressWarnings("NullAway.Init")
    protected ApiToken() {}

    ApiToken(NewToken wanted, @Nullable Long projectId, String digest, Instant now) {
        this.name = wanted.name();
        this.digest = digest;
        this.scopes = wanted.scopes().stream().sorted().map(Scope::text).collect(Collectors.joining(" "));
        this.projectId = projectId;
        this.createdAt = now;
        this.expiresAt = wanted.expiresAt();
    }

    Optional<Long> projectId() {
        return Optional.ofNullable(projectId);
    }

    void revoke(Instant now) {
        if (revokedAt == null) {
            revokedAt = now;
        }
    }

    KeptToken kept(@Nullable String project) {
        Set<Scope> granted = Arrays.stream(scopes.split(" "))
                .flatMap(text -> Scope.named(text).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        long known = id == null ? 0 : id;
        return new KeptToken(known, name, granted, project, createdAt, expiresAt, revokedAt, lastUsedAt);
    }
}
