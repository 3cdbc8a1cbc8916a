package dev.relogrid.web.api;

import jakarta.servlet.MultipartConfigElement;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.servlet.MultipartConfigFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What Spring has to know about this room. */
@Configuration
class ApiConfiguration implements WebMvcConfigurer {
    private static final DataSize KEPT_IN_MEMORY = DataSize.ofMegabytes(1);
    /** Names and borders of a form's parts. */
    private static final DataSize FORM = DataSize.ofKilobytes(64);

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(new AskedResolver());
        resolvers.add(new PagingResolver());
        resolvers.add(new WantedResolver());
    }

    @Bean(DispatcherServlet.MULTIPART_RESOLVER_BEAN_NAME)
    MultipartResolver multipartResolver() {
        return new StandardServletMultipartResolver();
    }

    /** A form takes an object of the same size as any other upload does. */
    @Bean
    MultipartConfigElement multipart(@Value("${relogrid.limits.object:32MB}") DataSize object) {
        MultipartConfigFactory factory = new MultipartConfigFactory();
        factory.setMaxFileSize(object);
        factory.setMaxRequestSize(DataSize.ofBytes(object.toBytes() + FORM.toBytes()));
        factory.setFileSizeThreshold(KEPT_IN_MEMORY);
        return factory.createMultipartConfig();
    }
}
