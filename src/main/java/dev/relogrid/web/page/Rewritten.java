package dev.relogrid.web.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The same request for another address of this service. It is put in front of everything that guards the service, so that
 * what is judged is always what is answered.
 */
final class Rewritten extends HttpServletRequestWrapper {
    /** They are about the page in its own form, not about what it is made of. */
    private static final Set<String> CONDITIONS = Set.of("if-none-match", "if-modified-since", "range", "if-range");

    private final URI target;
    private final String accept;
    private final boolean conditional;
    private final Map<String, String[]> parameters;

    /**
     * @param target path and query, as they are sent
     * @param accept what the answer may be
     * @param conditional whether the answer goes out as it is, so that what the caller has of it counts
     */
    Rewritten(HttpServletRequest request, URI target, String accept, boolean conditional) {
        super(request);
        this.target = target;
        this.accept = accept;
        this.conditional = conditional;
        this.parameters = parameters(target);
    }

    private static Map<String, String[]> parameters(URI target) {
        Map<String, String[]> parameters = new LinkedHashMap<>();
        MultiValueMap<String, String> found =
                UriComponentsBuilder.fromUri(target).build().getQueryParams();
        found.forEach((name, values) -> parameters.put(
                decoded(name), values.stream().map(Rewritten::decoded).toArray(String[]::new)));
        return Collections.unmodifiableMap(parameters);
    }

    private static String decoded(@Nullable String text) {
        return text == null ? "" : UriUtils.decode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String getRequestURI() {
        return getContextPath() + target.getRawPath();
    }

    @Override
    public StringBuffer getRequestURL() {
        StringBuffer whole = super.getRequestURL();
        int path = whole.length() - super.getRequestURI().length();
        return new StringBuffer(whole.substring(0, path)).append(getRequestURI());
    }

    @Override
    public String getServletPath() {
        return target.getPath();
    }

    @Override
    public @Nullable String getPathInfo() {
        return null;
    }

    @Override
    public @Nullable String getQueryString() {
        return target.getRawQuery();
    }

    @Override
    public @Nullable String getParameter(String name) {
        String[] values = parameters.get(name);
        return values == null ? null : values[0];
    }

    @Override
    public Map<String, String[]> getParameterMap() {
        return parameters;
    }

    @Override
    public Enumeration<String> getParameterNames() {
        return Collections.enumeration(parameters.keySet());
    }

    @Override
    public String @Nullable [] getParameterValues(String name) {
        return parameters.get(name);
    }

    @Override
    public @Nullable String getHeader(String name) {
        if (name.equalsIgnoreCase(HttpHeaders.ACCEPT)) {
            return accept;
        }
        return isLeftOut(name) ? null : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        if (name.equalsIgnoreCase(HttpHeaders.ACCEPT)) {
            return Collections.enumeration(List.of(accept));
        }
        return isLeftOut(name) ? Collections.emptyEnumeration() : super.getHeaders(name);
    }

    @Override
    public Enumeration<String> getHeaderNames() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        names.addAll(Collections.list(super.getHeaderNames()));
        names.removeIf(this::isLeftOut);
        names.add(HttpHeaders.ACCEPT);
        return Collections.enumeration(names);
    }

    @Override
    public long getDateHeader(String name) {
        return isLeftOut(name) ? -1 : super.getDateHeader(name);
    }

    private boolean isLeftOut(String header) {
        return !conditional && CONDITIONS.contains(header.toLowerCase(Locale.ROOT));
    }
}
