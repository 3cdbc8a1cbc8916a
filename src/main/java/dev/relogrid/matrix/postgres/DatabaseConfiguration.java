package dev.relogrid.matrix.postgres;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/**
 * The embedded database, unless {@code relogrid.database.url} names another one. The pool is made from these beans, so
 * Spring closes it before the server.
 */
@Configuration(proxyBeanMethods = false)
@Conditional(NoDatabaseGiven.class)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    EmbeddedServer embeddedServer(@Value("${relogrid.data}") Path data) {
        return EmbeddedServer.start(ServerOptions.of(data));
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedServer server) {
        return new Details(server.connection());
    }

    /** What Spring asks for. */
    private record Details(ServerConnection connection) implements JdbcConnectionDetails {
        @Override
        public String getUsername() {
            return connection.user();
        }

        @Override
        public String getPassword() {
            return connection.password();
        }

        @Override
        public String getJdbcUrl() {
            return connection.url();
        }
    }
}
