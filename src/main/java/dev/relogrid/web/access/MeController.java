package dev.relogrid.web.access;

import dev.relogrid.matrix.access.Scope;
import dev.relogrid.web.security.Access;
import dev.relogrid.web.security.Caller;
import io.swagger.v3.oas.annotations.Operation;
import java.util.Arrays;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is asking, so that a page shows only what its reader may do. */
@RestController
final class MeController {
    private final Access access;
    private final List<Login> logins;

    MeController(Access access, ObjectProvider<InMemoryClientRegistrationRepository> registrations) {
        this.access = access;
        this.logins = registrations.stream()
                .flatMap(known -> StreamSupport.stream(known.spliterator(), false))
                .map(Login::of)
                .toList();
    }

    /**
     * A way for people to log in.
     *
     * @param url where a browser goes for it
     */
    record Login(String name, String url) {
        static Login of(ClientRegistration registration) {
            return new Login(registration.getClientName(), "/oauth2/authorization/" + registration.getRegistrationId());
        }
    }

    /**
     * Who is asking.
     *
     * @param kind token, user or anonymous
     * @param scopes all they have; of anonymous readers none is listed
     * @param project the only project they may write to
     * @param logins how they could log in
     */
    record Me(
            String kind,
            String name,
            List<Scope> scopes,
            @Nullable String project,
            List<Login> logins) {}

    @Operation(operationId = "getMe", summary = "Says who is asking and what they may do")
    @GetMapping(path = "/api/v1/me", produces = "application/json")
    Me me() {
        Caller caller = access.caller();
        List<Scope> scopes = Arrays.stream(Scope.values()).filter(caller::has).toList();
        return new Me(caller.kind(), caller.name(), scopes, caller.project(), logins);
    }
}
