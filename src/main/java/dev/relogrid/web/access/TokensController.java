package dev.relogrid.web.access;

import dev.relogrid.matrix.access.IssuedToken;
import dev.relogrid.matrix.access.KeptToken;
import dev.relogrid.matrix.access.NewToken;
import dev.relogrid.matrix.access.Scope;
import dev.relogrid.matrix.access.Tokens;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Future;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Tokens for programs. */
@RestController
@RequestMapping(path = "/api/v1/tokens", produces = "application/json")
final class TokensController {
    private final Tokens tokens;

    TokensController(Tokens tokens) {
        this.tokens = tokens;
    }

    /** What a new token is to be. */
    @Schema(name = "NewToken")
    record TokenRequest(
            @NotBlank @Size(max = 100) String name,
            @NotEmpty Set<Scope> scopes,
            @Nullable String project,
            @Future @Nullable Instant expiresAt) {}

    /** A token as it is listed: everything but itself. */
    @Schema(name = "Token")
    record TokenView(
            String id,
            String name,
            List<Scope> scopes,
            @Nullable String project,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant revokedAt,
            @Nullable Instant lastUsedAt) {
        static TokenView of(KeptToken token) {
            return new TokenView(
                    Long.toString(token.id()),
                    token.name(),
                    token.scopes().stream().sorted().toList(),
                    token.project(),
                    token.createdAt(),
                    token.expiresAt(),
                    token.revokedAt(),
                    token.lastUsedAt());
        }
    }

    /** The answer to a new token, the only one that has its secret. */
    @Schema(name = "IssuedToken")
    record IssuedTokenView(String secret, TokenView token) {}

    /** Every token there is or was. */
    record TokenList(List<TokenView> items) {}

    @Operation(operationId = "listTokens", summary = "Lists every token ever issued, without its secret")
    @GetMapping
    TokenList list() {
        return new TokenList(tokens.list().stream().map(TokenView::of).toList());
    }

    @Operation(operationId = "createToken", summary = "Issues a token; its secret is in this answer only")
    @PostMapping(consumes = "application/json")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<IssuedTokenView> create(@RequestBody @Valid TokenRequest request) {
        IssuedToken issued =
                tokens.create(new NewToken(request.name(), request.scopes(), request.project(), request.expiresAt()));
        URI self = URI.create("/api/v1/tokens/" + issued.token().id());
        return ResponseEntity.created(self)
                .cacheControl(CacheControl.noStore())
                .body(new IssuedTokenView(issued.secret(), TokenView.of(issued.token())));
    }

    @Operation(operationId = "revokeToken", summary = "Revokes a token from the next request on")
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable long id) {
        if (!tokens.revoke(id)) {
            throw new ApiException(ApiProblem.NOT_FOUND, "there is no token " + id);
        }
    }
}
