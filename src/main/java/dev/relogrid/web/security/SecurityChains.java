package dev.relogrid.web.security;

import dev.relogrid.matrix.access.Audit;
import dev.relogrid.matrix.access.Tokens;
import dev.relogrid.web.problem.ApiProblem;
import dev.relogrid.web.problem.Problem;
import dev.relogrid.web.problem.ProblemWriter;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.authentication.logout.LogoutFilter;

/**
 * The two ways in. A request that carries a token is judged by it alone: no session, no cookie, so nothing a foreign page
 * could make a browser send. Every other request may have a session, where a login is configured, and then its writes
 * carry a token against forgery.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({AccessSettings.class, LimitSettings.class})
class SecurityChains {

    @Bean
    RateLimits rateLimits(LimitSettings limits) {
        return new RateLimits(limits.rate());
    }

    @Bean
    GuardFilters guardFilters(
            LimitSettings limits, RateLimits rates, Access access, Audit audit, ProblemWriter problems) {
        return new GuardFilters(
                new RateLimitFilter(rates, access::caller, problems),
                new BodyLimitFilter(limits, problems),
                new AuditFilter(audit, access::caller),
                new Refusals(problems, access::caller));
    }

    @Bean
    @Order(1)
    SecurityFilterChain bearerChain(
            HttpSecurity http, GuardFilters guards, AccessDecision rules, BearerParts bearer, ProblemWriter problems)
            throws Exception {
        JwtDecoder jwts = bearer.jwts().getIfAvailable();
        http.securityMatcher(request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(AbstractHttpConfigurer::disable)
                .addFilterBefore(new TokenFilter(bearer.tokens(), problems, jwts != null), LogoutFilter.class);
        if (jwts != null) {
            http.oauth2ResourceServer(server -> server.jwt(jwt -> jwt.decoder(jwts)
                            .jwtAuthenticationConverter(told ->
                                    new CallerAuthentication(bearer.claims().bearer(told))))
                    .bearerTokenResolver(request -> BearerHeader.token(request.getHeader(HttpHeaders.AUTHORIZATION))
                            .filter(token -> !Tokens.looksLikeOne(token))
                            .orElse(null))
                    .authenticationEntryPoint(guards.refusals()));
        }
        return guards.finish(http, rules);
    }

    @Bean
    @Order(2)
    SecurityFilterChain browserChain(
            HttpSecurity http,
            GuardFilters guards,
            AccessDecision rules,
            ProblemWriter problems,
            ObjectProvider<ClientRegistrationRepository> logins)
            throws Exception {
        if (logins.getIfAvailable() == null) {
            http.sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                    .csrf(AbstractHttpConfigurer::disable);
        } else {
            http.oauth2Login(login -> login.defaultSuccessUrl("/")
                            .failureHandler((request, response, told) -> problems.write(
                                    request, response, new Problem(ApiProblem.UNAUTHORIZED, "the login failed"))))
                    .logout(logout -> logout.logoutSuccessUrl("/"))
                    .csrf(csrf -> csrf.spa());
        }
        return guards.finish(http, rules);
    }

    @Bean
    BearerParts bearerParts(Tokens tokens, LoginClaims claims, ObjectProvider<JwtDecoder> jwts) {
        return new BearerParts(tokens, claims, jwts);
    }

    /** What knows bearer tokens. */
    record BearerParts(Tokens tokens, LoginClaims claims, ObjectProvider<JwtDecoder> jwts) {}

    /** What stands in both ways in. */
    record GuardFilters(RateLimitFilter rate, BodyLimitFilter body, AuditFilter audit, Refusals refusals) {

        SecurityFilterChain finish(HttpSecurity http, AccessDecision rules) throws Exception {
            return http.addFilterAfter(rate, AnonymousAuthenticationFilter.class)
                    .addFilterAfter(body, RateLimitFilter.class)
                    .addFilterBefore(audit, ExceptionTranslationFilter.class)
                    .authorizeHttpRequests(requests -> requests.anyRequest().access(rules))
                    .exceptionHandling(refused ->
                            refused.authenticationEntryPoint(refusals).accessDeniedHandler(refusals))
                    .headers(ResponseHeaders::set)
                    .requestCache(AbstractHttpConfigurer::disable)
                    .build();
        }
    }
}
