package dev.relogrid.web.api;

import dev.relogrid.engine.advice.Rename;
import dev.relogrid.engine.advice.Renames;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The curated list of what changed its name in the kernel. */
@Tag(name = "knowledge")
@RestController
final class RenamesController {

    /**
     * One change.
     *
     * @param kind {@code field}, {@code type}, {@code enum_value} or {@code function}
     * @param owner the type a field or enumerator was in; empty for others
     * @param to the new names, the likeliest first; none when it is gone for good
     * @param since the upstream release that has it
     * @param exact whether it is known to be in no release before
     * @param commit the first digits of its hash; empty when not known
     * @param backports longterm releases that took it over; empty when none is known
     * @param sameValue whether what is read under the new name means what the old one meant
     */
    @Schema(name = "Rename")
    record RenameView(
            String kind,
            String owner,
            String from,
            List<String> to,
            String since,
            boolean exact,
            String commit,
            String backports,
            String what,
            boolean sameValue) {

        static RenameView of(Rename rename) {
            return new RenameView(
                    rename.kind().name().toLowerCase(Locale.ROOT),
                    rename.owner(),
                    rename.from(),
                    rename.to(),
                    rename.origin().since(),
                    rename.origin().exact(),
                    rename.origin().commit(),
                    rename.origin().backports(),
                    rename.what(),
                    rename.sameValue());
        }
    }

    @Schema(name = "RenameList")
    record RenameList(List<RenameView> renames) {}

    @Operation(
            operationId = "listRenames",
            summary = "What is known to have changed its name, place or type, and since when")
    @GetMapping(Links.ROOT + "/renames")
    RenameList all() {
        return new RenameList(Renames.all().stream().map(RenameView::of).toList());
    }
}
