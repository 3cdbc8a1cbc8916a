package dev.relogrid.web.security;

import dev.relogrid.fixture.ServiceCalls;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every operation of the interface, as its own description lists them: what is added is covered by itself. */
record Routes(List<Route> all) {

    /**
     * @param pattern the address with its parameters in braces
     * @param path an address that fits
     */
    record Route(String method, String pattern, String path) {
        boolean isRead() {
            return method.equals("GET") || method.equals("HEAD");
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    static Routes of(ServiceCalls calls) {
        JsonNode document =
                JsonMapper.shared().readTree(calls.get("/api/v1/openapi.json").body());
        return new Routes(
                document.path("paths").propertyStream().flatMap(Routes::routes).toList());
    }

    Stream<Route> reads() {
        return all.stream().filter(Route::isRead);
    }

    Stream<Route> writes() {
        return all.stream().filter(route -> !route.isRead());
    }

    private static Stream<Route> routes(Map.Entry<String, JsonNode> path) {
        return path.getValue()
                .propertyStream()
                .map(operation -> new Route(
                        operation.getKey().toUpperCase(Locale.ROOT),
                        path.getKey(),
                        path.getKey().replaceAll("\\{[^}]*}", "any")));
    }
}
