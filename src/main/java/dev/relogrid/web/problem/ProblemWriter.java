package dev.relogrid.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers with a problem where no controller was reached: in filters and for what the container refuses. */
@Component
public final class ProblemWriter {
    private final JsonMapper mapper;

    ProblemWriter(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** Writes the whole answer; does nothing where one was already begun. A challenge that is set already stays. */
    public void write(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        write(request.getRequestURI(), response, problem);
    }

    void write(String instance, HttpServletResponse response, Problem problem) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(problem.kind().status());
        problem.headers().forEach((name, values) -> {
            if (!name.equals(HttpHeaders.WWW_AUTHENTICATE) || !response.containsHeader(name)) {
                response.setHeader(name, values.getFirst());
            }
        });
        response.getOutputStream().write(mapper.writeValueAsBytes(problem.body(instance)));
    }
}
