package dev.relogrid.web.api;

import dev.relogrid.report.Subject;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;

/** A program, and the section that says what kind it is. */
@Schema(name = "Program")
record ProgramView(String name, String section) {

    static List<ProgramView> of(Subject subject) {
        return subject.programs().stream()
                .map(program -> new ProgramView(program.name(), program.section()))
                .toList();
    }
}
