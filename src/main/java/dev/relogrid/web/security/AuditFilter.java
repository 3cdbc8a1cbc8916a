package dev.relogrid.web.security;

import dev.relogrid.matrix.access.Audit;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Records every write of somebody known, whatever became of it. What nobody in particular asks for is refused and leaves
 * no trace but in the access log: otherwise strangers could fill the database.
 */
final class AuditFilter extends OncePerRequestFilter {
    private static final Logger LOG = LoggerFactory.getLogger(AuditFilter.class);
    private static final int LONGEST_TARGET = 500;

    private final Audit audit;
    private final Supplier<Caller> caller;

    AuditFilter(Audit audit, Supplier<Caller> caller) {
        this.audit = audit;
        this.caller = caller;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return AccessRules.isRead(request.getMethod());
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Caller now = caller.get();
        boolean answered = false;
        try {
            chain.doFilter(request, response);
            answered = true;
        } finally {
            if (!now.isAnonymous()) {
                record(now, request, answered ? String.valueOf(response.getStatus()) : "500");
            }
        }
    }

    /** The write has happened by now: a database that fails here must not make it look otherwise. */
    private void record(Caller now, HttpServletRequest request, String outcome) {
        String target = request.getRequestURI();
        String shortened = target.length() > LONGEST_TARGET ? target.substring(0, LONGEST_TARGET) + "…" : target;
        try {
            audit.add(now.name(), request.getMethod(), shortened, outcome, request.getRemoteAddr());
        } catch (DataAccessException | TransactionException e) {
            LOG.error(
                    "Not recorded in the audit log: {} {} {} by {}",
                    request.getMethod(),
                    shortened,
                    outcome,
                    now.name(),
                    e);
        }
    }
}
