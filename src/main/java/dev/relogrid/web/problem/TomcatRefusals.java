package dev.relogrid.web.problem;

import java.io.IOException;
import java.util.Objects;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What Tomcat refuses before any of us sees it, such as an address that is none, in the same form as everything else. */
@Component
final class TomcatRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(Report.class.getName());
            }
        });
    }

    /** Made by Tomcat, hence public with a constructor of no arguments. */
    public static final class Report extends ErrorReportValve {
        private static final int FIRST_ERROR = 400;

        @Override
        protected void report(Request request, Response response, Throwable failure) {
            int status = response.getStatus();
            if (status < FIRST_ERROR || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            Problem problem = SpringProblems.of(
                    new IllegalStateException("Tomcat answers " + status), HttpStatusCode.valueOf(status));
            String instance = Objects.requireNonNullElse(request.getRequestURI(), "/");
            try {
                problem.headers().forEach((name, values) -> response.setHeader(name, values.getFirst()));
                response.getOutputStream().write(JsonMapper.shared().writeValueAsBytes(problem.body(instance)));
            } catch (IOException e) {
                response.setSuspended(true); // nobody is left to answer
            }
        }
    }
}
