package dev.relogrid.web.api;

import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads {@link Asked} from {@code targets}, {@code archive}, {@code set.NAME} and {@code autoload.PROGRAM}. */
final class AskedResolver implements HandlerMethodArgumentResolver {
    static final String SET = "set.";
    static final String AUTOLOAD = "autoload.";

    private static final int MOST_SETTINGS = 64;
    private static final int LONGEST = 2_000;

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Asked.class;
    }

    @Override
    public Asked resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        SortedMap<String, String> presets = new TreeMap<>();
        SortedMap<String, Boolean> autoload = new TreeMap<>();
        request.getParameterNames().forEachRemaining(name -> {
            if (name.startsWith(SET)) {
                presets.put(name.substring(SET.length()), one(request, name));
            } else if (name.startsWith(AUTOLOAD)) {
                autoload.put(name.substring(AUTOLOAD.length()), isOn(name, one(request, name)));
            }
        });
        if (presets.size() + autoload.size() > MOST_SETTINGS) {
            throw new ApiException(
                    ApiProblem.BAD_REQUEST, "at most " + MOST_SETTINGS + " of set.* and autoload.* are taken");
        }
        return new Asked(one(request, "targets"), one(request, "archive"), presets, autoload);
    }

    /** The value without blanks around it; empty when there is none. */
    private static String one(NativeWebRequest request, String name) {
        String[] values = request.getParameterValues(name);
        if (values == null || values.length == 0) {
            return "";
        }
        if (values.length > 1) {
            throw new ApiException(ApiProblem.BAD_REQUEST, name + " is given " + values.length + " times");
        }
        if (values[0].length() > LONGEST) {
            throw new ApiException(ApiProblem.BAD_REQUEST, name + " is longer than " + LONGEST + " characters");
        }
        return values[0].strip();
    }

    private static boolean isOn(String name, String value) {
        return switch (value) {
            case "on" -> true;
            case "off" -> false;
            default -> throw new ApiException(ApiProblem.BAD_REQUEST, name + " is on or off, not '" + value + "'");
        };
    }
}
