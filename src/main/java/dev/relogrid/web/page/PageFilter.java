package dev.relogrid.web.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ServletRequestPathUtils;

/**
 * Answers pages. It stands before the guards: a page becomes a request for what it is made of, the shell or an address of
 * the interface, and that is what they judge.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 20)
final class PageFilter extends OncePerRequestFilter {

    private final PageWords words;

    PageFilter(PageWords words) {
        this.words = words;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        PathContainer path = ServletRequestPathUtils.parse(request).pathWithinApplication();
        if (!isRead(request) || Elsewhere.is(path)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Page.Visit> visit = Page.at(path);
        Form form = Form.named(request.getParameter(Form.PARAMETER)).orElseGet(() -> Form.accepted(request));
        response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        if (form == Form.HTML) {
            request.setAttribute(ShellController.UNKNOWN, visit.isEmpty());
            URI shell = URI.create(ShellController.PATH);
            chain.doFilter(new Rewritten(request, shell, form.type(), visit.isPresent()), response);
        } else if (visit.isEmpty()) {
            words.answerAsItIs(form, request, response, chain);
        } else if (form == Form.JSON) {
            URI source = Source.of(visit.get(), request).address();
            chain.doFilter(new Rewritten(request, source, form.type(), true), response);
        } else if (visit.get().page().telling() instanceof Telling.Asked telling) {
            PageWords.Wanted wanted = new PageWords.Wanted(telling, form, Source.of(visit.get(), request));
            words.answer(wanted, request, response, chain);
        } else {
            URI self = URI.create(path.value());
            words.answerAsItIs(form, new Rewritten(request, self, form.type(), true), response, chain);
        }
    }

    private static boolean isRead(HttpServletRequest request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }
}
