package dev.relogrid.web.page;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Pages that are no list: what there is at all, and what only a browser or the interface can do. */
@Hidden
@RestController
final class WordsController {
    private static final String TEXT = MediaType.TEXT_PLAIN_VALUE + ";charset=UTF-8";
    private static final String MARKDOWN = MediaType.TEXT_MARKDOWN_VALUE + ";charset=UTF-8";

    private static final String WHAT = """
            Relogrid says on which archived kernels a compiled eBPF object relocates, as libbpf does it, and why not on others.
            """;
    private static final String LINES = """
            curl %1$s/objects                  # what was uploaded, and what comes of it
            curl %1$s/projects                 # projects and their refs
            curl '%1$s/targets?q=lts'          # the kernels a query means
            curl %1$s/types/inode/i_ctime      # what became of a field
            curl %1$s/docs/verdicts            # what verdicts and causes mean
            """;
    private static final String MORE = """
            Every page of the dashboard answers curl with text; -H 'Accept: text/markdown' asks for Markdown.
            JSON: %1$s/api/v1/openapi.json
            """;

    @GetMapping(path = "/", produces = TEXT)
    String start(HttpServletRequest request) {
        return (WHAT + "\n" + LINES.indent(2) + "\n" + MORE).formatted(here(request));
    }

    @GetMapping(path = "/", produces = MARKDOWN)
    String startInMarkdown(HttpServletRequest request) {
        return (WHAT + "\n```sh\n" + LINES + "```\n\n" + MORE).formatted(here(request));
    }

    @GetMapping(
            path = "/settings",
            produces = {TEXT, MARKDOWN})
    String settings(HttpServletRequest request) {
        return sentence("Settings are the browser's own; who a token is, the interface says", "/api/v1/me", request);
    }

    @GetMapping(
            path = "/settings/tokens",
            produces = {TEXT, MARKDOWN})
    String tokens(HttpServletRequest request) {
        return sentence("Tokens are listed and made by the interface, for admins", "/api/v1/tokens", request);
    }

    @GetMapping(
            path = "/settings/audit",
            produces = {TEXT, MARKDOWN})
    String audit(HttpServletRequest request) {
        return sentence("The record of writes is read from the interface, by admins", "/api/v1/audit", request);
    }

    @GetMapping(
            path = "/settings/projects/{project}",
            produces = {TEXT, MARKDOWN})
    String project(HttpServletRequest request) {
        return sentence(
                "The policy, the fleet and the webhooks of a project are read and set by the interface",
                "/api/v1/projects/" + name(request),
                request);
    }

    private static String sentence(String sentence, String address, HttpServletRequest request) {
        return sentence + ": " + here(request) + address + "\n";
    }

    /** As it was written in the address, so that it is an address again. */
    private static String name(HttpServletRequest request) {
        String address = request.getRequestURI();
        return address.substring(address.lastIndexOf('/') + 1);
    }

    private static String here(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request).build().toUriString();
    }
}
