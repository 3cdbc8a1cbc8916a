package dev.relogrid.web.api;

import dev.relogrid.engine.history.BadQuestion;
import dev.relogrid.engine.object.Program;
import dev.relogrid.engine.object.SourceLine;
import dev.relogrid.engine.usage.Sought;
import dev.relogrid.engine.usage.Use;
import dev.relogrid.engine.usage.Uses;
import dev.relogrid.matrix.object.Mentions;
import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Which stored objects need one thing of the kernel. */
@Tag(name = "knowledge")
@RestController
final class UsesController {
    /** So many objects are read for one answer, however few of them use the thing. */
    private static final int MOST_READ = 200;

    private final Objects objects;
    private final Mentions mentions;

    UsesController(Objects objects, Mentions mentions) {
        this.objects = objects;
        this.mentions = mentions;
    }

    /**
     * A place.
     *
     * @param program null for code of none
     * @param insn the instruction's number in the program; -1 for the program as a whole
     * @param relocation the number of the CO-RE relocation; -1 for a use of another kind
     * @param how in a few words
     * @param what what is used, as the object has it
     */
    @Schema(name = "Use")
    record UseView(
            @Nullable ProgramView program,
            int insn,
            int relocation,
            String how,
            String what,
            @Nullable String file,
            int line,
            @Nullable String text) {

        static UseView of(Use use) {
            Program program = use.program();
            SourceLine line = use.line();
            return new UseView(
                    program == null ? null : new ProgramView(program.name(), program.sectionName()),
                    use.insn(),
                    use.relocation(),
                    use.how(),
                    use.what(),
                    line == null ? null : line.file(),
                    line == null ? 0 : line.line(),
                    line == null ? null : line.text());
        }
    }

    @Schema(name = "Using")
    record Using(String sha256, String name, List<UseView> uses) {}

    /** Objects that use it, the latest first; there may be none on a part of the list that goes on. */
    @Schema(name = "UseList")
    record UseList(
            String question, List<Using> objects, @Nullable String nextCursor) {}

    @Operation(
            operationId = "listUses",
            summary = "Which objects, programs and lines use a field, type, function or option")
    @PagingParameters
    @GetMapping(Links.ROOT + "/uses")
    ResponseEntity<UseList> uses(
            @Parameter(description = "What is looked for.", example = "struct inode i_ctime") @RequestParam String of,
            @Parameter(description = "Only objects that are current in this project.") @RequestParam(defaultValue = "")
                    String project,
            @Parameter(hidden = true) Paging paging) {
        Sought sought = sought(of);
        int most = Math.min(paging.limit(), MOST_READ);
        List<StoredObject> candidates =
                mentions.of(new Mentions.Wanted(lastName(sought), project), paging.before(), most + 1);
        boolean more = candidates.size() > most;
        List<StoredObject> read = more ? candidates.subList(0, most) : candidates;
        List<Using> using = new ArrayList<>();
        for (StoredObject object : read) {
            List<UseView> found = Uses.of(objects.parse(object, Map.of()), sought).stream()
                    .map(UseView::of)
                    .toList();
            if (!found.isEmpty()) {
                using.add(new Using(object.sha256(), object.name(), found));
            }
        }
        String next = more ? Paging.after(Long.toString(read.getLast().id())) : null;
        return NextPage.answer(new UseList(sought.toString(), using, next), next);
    }

    /** What the index of names has it under. */
    private static String lastName(Sought sought) {
        return sought.path().isEmpty() ? sought.name() : sought.path().getLast();
    }

    private static Sought sought(String of) {
        try {
            return Sought.parse(List.of(of));
        } catch (BadQuestion e) {
            throw new ApiException(ApiProblem.BAD_REQUEST, "of: " + e.getMessage());
        }
    }
}
