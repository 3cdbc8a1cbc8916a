package dev.relogrid.web.api;

import dev.relogrid.archive.ArchiveProblem;
import dev.relogrid.archive.CatalogEntry;
import dev.relogrid.archive.KernelId;
import dev.relogrid.archive.source.ImportOptions;
import dev.relogrid.archive.source.ModuleChoice;
import dev.relogrid.matrix.kernel.ArchiveState;
import dev.relogrid.matrix.kernel.KernelArchive;
import dev.relogrid.web.problem.ApiException;
import dev.relogrid.web.problem.ApiProblem;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Puts kernels into the archive. */
@Tag(name = "kernels")
@RestController
final class KernelUploadController {
    private static final String TAKEN = "the archive has another ";
    private static final String BUSY = "another process is writing";

    private final KernelArchive archive;
    private final Archives archives;
    private final Path incoming;

    KernelUploadController(KernelArchive archive, Archives archives, @Value("${relogrid.data}") Path data) {
        this.archive = archive;
        this.archives = archives;
        this.incoming = data.resolve("incoming");
    }

    /** Kernels that are in the archive now. */
    @Schema(name = "AddedKernels")
    record AddedKernels(List<KernelView> kernels, ArchiveView archive) {}

    @Operation(
            operationId = "postKernels",
            summary = "Adds the kernels of a package (.deb, .rpm, Arch's), a BTFHub file or a capture to the archive",
            parameters = {
                @Parameter(
                        name = "name",
                        in = ParameterIn.QUERY,
                        description = "The file's name; for a file of BTFHub distro/version/arch/release.btf.tar.xz.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "id",
                        in = ParameterIn.QUERY,
                        description = "distro/suite/arch/release, instead of what the file says.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "distro",
                        in = ParameterIn.QUERY,
                        description = "Instead of what the file says.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "suite",
                        in = ParameterIn.QUERY,
                        description = "Instead of what the file says.",
                        schema = @Schema(type = "string")),
                @Parameter(
                        name = "modules",
                        in = ParameterIn.QUERY,
                        description = "Which modules to take.",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"none", "some", "all"},
                                        defaultValue = "some"))
            },
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "201", description = "They are in the archive, some for the first time.")
    @ApiResponse(responseCode = "200", description = "All were there already.")
    @PostMapping(Links.ROOT + "/kernels")
    ResponseEntity<AddedKernels> add(
            @Parameter(hidden = true) HttpServletRequest request,
            @Parameter(hidden = true) @RequestParam Map<String, String> parameters)
            throws IOException {
        ImportOptions options = options(parameters);
        String name = parameters.getOrDefault("name", "");
        try (KernelFile received =
                KernelFile.receive(request.getInputStream(), request.getContentLengthLong(), incoming, name)) {
            received.requireName(options.id() != null);
            return add(received.file(), options);
        }
    }

    private ResponseEntity<AddedKernels> add(Path file, ImportOptions options) {
        Set<KernelId> before = ids();
        List<CatalogEntry> added;
        try {
            added = archive.add(List.of(file), options);
        } catch (ArchiveProblem e) {
            throw problem(String.valueOf(e.getMessage()).replace(file.toString(), "the file"));
        }
        ArchiveState now = archives.now();
        List<KernelView> views = added.stream()
                .map(entry -> KernelView.of(
                        now.archive(), now.archive().find(entry.id().toString())))
                .toList();
        boolean isNew = added.stream().anyMatch(entry -> !before.contains(entry.id()));
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(isNew ? 201 : 200);
        if (views.size() == 1) {
            answer.location(Links.location(Links.kernel(views.getFirst().id())));
        }
        return answer.body(new AddedKernels(views, ArchiveView.of(now.snapshot())));
    }

    private Set<KernelId> ids() {
        try {
            Set<KernelId> ids = new HashSet<>();
            archives.now().archive().entries().forEach(entry -> ids.add(entry.id()));
            return ids;
        } catch (ApiException e) {
            return Set.of(); // this may be the first kernel of all
        }
    }

    private static ApiException problem(String sentence) {
        ApiProblem kind = sentence.contains(TAKEN)
                ? ApiProblem.CONFLICT
                : sentence.contains(BUSY) ? ApiProblem.UNAVAILABLE : ApiProblem.MALFORMED_INPUT;
        return new ApiException(kind, sentence);
    }

    private static ImportOptions options(Map<String, String> parameters) {
        return new ImportOptions(
                given(parameters, "distro"),
                given(parameters, "suite"),
                id(given(parameters, "id")),
                modules(parameters.getOrDefault("modules", ModuleChoice.SOME.toString())));
    }

    private static @Nullable String given(Map<String, String> parameters, String name) {
        String value = parameters.getOrDefault(name, "");
        return value.isEmpty() ? null : value;
    }

    private static @Nullable KernelId id(@Nullable String text) {
        try {
            return text == null ? null : KernelId.of(text);
        } catch (ArchiveProblem e) {
            throw new ApiException(ApiProblem.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    private static ModuleChoice modules(String word) {
        return Arrays.stream(ModuleChoice.values())
                .filter(choice -> choice.toString().equals(word))
                .findFirst()
                .orElseThrow(() ->
                        new ApiException(ApiProblem.BAD_REQUEST, "modules is none, some or all, not '" + word + "'"));
    }
}
