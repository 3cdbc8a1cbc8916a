package dev.relogrid.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.stereotype.Component;

/** Asks the table of rules about a request. */
@Component
final class AccessDecision implements AuthorizationManager<RequestAuthorizationContext> {
    private final AccessRules rules;
    private final Access access;

    AccessDecision(AccessRules rules, Access access) {
        this.rules = rules;
        this.access = access;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> told, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        return new AuthorizationDecision(rules.allow(access.caller(), request.getMethod(), AccessRule.path(request)));
    }
}
