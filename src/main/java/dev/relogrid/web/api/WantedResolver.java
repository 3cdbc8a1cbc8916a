package dev.relogrid.web.api;

import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link Wanted} from {@code format} and the headers. */
final class WantedResolver implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Wanted.class;
    }

    @Override
    public Wanted resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        String format = request.getParameter("format");
        HttpHeaders headers = new HttpHeaders();
        request.getHeaderNames().forEachRemaining(name -> {
            String[] values = request.getHeaderValues(name);
            for (String value : values == null ? new String[0] : values) {
                headers.add(name, value);
            }
        });
        return new Wanted(format == null ? "" : format, headers);
    }
}
