package dev.relogrid.web.page;

import dev.relogrid.report.look.Markdown;
import dev.relogrid.report.look.Printable;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Answers pages in words, by asking the interface. */
@Component
final class PageWords {
    private static final int OK = 200;
    private static final int QUEUED = 202;
    private static final int FIRST_ERROR = 400;

    private final JsonMapper mapper;

    PageWords(JsonMapper mapper) {
        this.mapper = mapper;
    }

    /** What is asked for: a page in a form, at an address of the interface. */
    record Wanted(Telling.Asked telling, Form form, Source source) {}

    void answer(Wanted wanted, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Form form = wanted.form();
        boolean asItIs = isAsItIs(wanted);
        Form asked = asked(wanted);
        Held held = new Held(response, asItIs);
        chain.doFilter(new Rewritten(request, wanted.source().address(), asked.type(), asItIs), held);
        if (held.getStatus() >= FIRST_ERROR) {
            held.send(form, problem(held, form));
        } else if (held.getStatus() == QUEUED) {
            held.send(form, queued(held, wanted.source()));
        } else if (asItIs || held.getStatus() != OK) {
            held.send();
        } else if (wanted.telling() instanceof Telling.Drawn drawn) {
            held.send(form, drawn(drawn, held, wanted));
        } else {
            held.send(form, Markdown.block("", held.body()) + "\n");
        }
    }

    /** What has words by itself, or is no page at all: only a problem is told in other words. */
    void answerAsItIs(Form form, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Held held = new Held(response, true);
        chain.doFilter(request, held);
        if (held.isProblem()) {
            held.send(form, problem(held, form));
        } else {
            held.send();
        }
    }

    private static boolean isAsItIs(Wanted wanted) {
        return switch (wanted.telling()) {
            case Telling.Written written -> wanted.form() == Form.TEXT || written.markdown();
            case Telling.Drawn _ -> false;
        };
    }

    private static Form asked(Wanted wanted) {
        return switch (wanted.telling()) {
            case Telling.Written written -> written.markdown() ? wanted.form() : Form.TEXT;
            case Telling.Drawn _ -> Form.JSON;
        };
    }

    private String drawn(Telling.Drawn drawn, Held held, Wanted wanted) {
        Told told = new Told(mapper.readTree(held.getContentAsByteArray()));
        Sheet sheet = drawn.drawing().of(told);
        List<String> ends = new ArrayList<>();
        Source source = wanted.source();
        if (!sheet.cursor().isEmpty()) {
            ends.add("More: " + source.pageAfter(sheet.cursor()));
        }
        ends.add("JSON: " + source.whole());
        return wanted.form() == Form.MARKDOWN
                ? SheetMarkdown.of(sheet, ends.stream().map(PageWords::linked).toList())
                : SheetText.of(sheet, ends);
    }

    /** An address in Markdown that stays one. */
    private static String linked(String end) {
        int address = end.indexOf(": ") + 2;
        return end.substring(0, address) + "<" + end.substring(address) + ">";
    }

    /** One line, which a shell shows and a person understands. */
    private String problem(Held held, Form form) {
        if (!held.isProblem()) {
            HttpStatus status = HttpStatus.resolve(held.getStatus());
            return (status == null ? held.getStatus() + "" : status.getReasonPhrase()) + "\n";
        }
        Told told = new Told(mapper.readTree(held.getContentAsByteArray()));
        String detail = told.text("detail");
        return form == Form.MARKDOWN
                ? "**" + Markdown.text(told.text("title")) + "**: " + Markdown.text(detail) + " ("
                        + Markdown.code(told.text("code")) + ")\n"
                : Printable.text(told.text("title") + ": " + detail + " (" + told.text("code") + ")") + "\n";
    }

    private String queued(Held held, Source source) {
        Told told = new Told(mapper.readTree(held.getContentAsByteArray()));
        String run = last(told.text("run"));
        String where = run.isEmpty() ? "" : " The run " + source.page("/runs/" + run) + " says how far it is.";
        return "Not judged yet: ask again in a few seconds." + where + "\n";
    }

    private static String last(@Nullable String address) {
        String whole = Objects.requireNonNullElse(address, "");
        return whole.substring(whole.lastIndexOf('/') + 1);
    }
}
