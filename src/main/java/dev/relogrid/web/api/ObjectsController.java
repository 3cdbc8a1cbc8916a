package dev.relogrid.web.api;

import dev.relogrid.matrix.object.Objects;
import dev.relogrid.matrix.object.StoredObject;
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
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Objects: putting them there and having them back. */
@Tag(name = "objects")
@RestController
@RequestMapping(Links.ROOT + "/objects")
final class ObjectsController {
    private final ObjectUploads uploads;
    private final Objects objects;
    private final KnownObjects known;
    private final ObjectViews views;

    ObjectsController(ObjectUploads uploads, Objects objects, KnownObjects known, ObjectViews views) {
        this.uploads = uploads;
        this.objects = objects;
        this.known = known;
        this.views = views;
    }

    @Operation(
            operationId = "putObject",
            summary = "Uploads an object under the SHA-256 of its bytes; the same again changes nothing",
            parameters =
                    @Parameter(
                            name = "name",
                            in = ParameterIn.QUERY,
                            description = "What to call it; else the file name of Content-Disposition.",
                            schema = @Schema(type = "string")),
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "201", description = "It is new.")
    @ApiResponse(responseCode = "200", description = "It was there already.")
    @PutMapping("/{sha256:[0-9a-f]{64}}")
    ResponseEntity<ObjectView> put(@PathVariable String sha256, @Parameter(hidden = true) HttpServletRequest request)
            throws IOException {
        refuseForms(request);
        byte[] bytes = uploads.read(request.getInputStream(), request.getContentLengthLong());
        ObjectView view = uploads.take(bytes, sha256, UploadName.of(request));
        ObjectView.Result result = view.result();
        return ResponseEntity.status(result != null && result.isNew() ? 201 : 200)
                .location(Links.location(view.links().self()))
                .body(view);
    }

    @Operation(
            operationId = "postObject",
            summary = "Uploads an object whose SHA-256 the service works out, and leads to it",
            parameters =
                    @Parameter(
                            name = "name",
                            in = ParameterIn.QUERY,
                            description = "What to call it; else the file name of Content-Disposition.",
                            schema = @Schema(type = "string")),
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                                            schema = @Schema(type = "string", format = "binary"))))
    @ApiResponse(responseCode = "303", description = "It is there, at Location.")
    @PostMapping
    ResponseEntity<ObjectView> post(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
        byte[] bytes = uploads.read(request.getInputStream(), request.getContentLengthLong());
        if (bytes.length == 0) {
            refuseForms(request);
        }
        return seeOther(uploads.take(bytes, UploadName.of(request)));
    }

    @Operation(operationId = "postObjectForm", summary = "Uploads an object from a form, its part named file")
    @ApiResponse(responseCode = "303", description = "It is there, at Location.")
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<ObjectView> postForm(@RequestParam("file") MultipartFile file) throws IOException {
        byte[] bytes = uploads.read(file.getInputStream(), file.getSize());
        String name = file.getOriginalFilename();
        return seeOther(uploads.take(bytes, UploadName.clean(name == null ? "" : name)));
    }

    private static ResponseEntity<ObjectView> seeOther(ObjectView view) {
        return ResponseEntity.status(303)
                .location(Links.location(view.links().self()))
                .body(view);
    }

    /** What is called a form has been read as one before it comes here. */
    private static void refuseForms(HttpServletRequest request) {
        String type = request.getContentType();
        if (type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE)) {
            throw new ApiException(
                    ApiProblem.UNSUPPORTED_MEDIA_TYPE,
                    "an object is no form: send it with curl's --upload-file, or with"
                            + " -H 'Content-Type: application/octet-stream'");
        }
    }

    @Operation(
            operationId = "getObject",
            summary = "What is known of an object, and the newest that was said of it; HEAD says whether it is there")
    @GetMapping("/{sha256}")
    ResponseEntity<ObjectView> get(@PathVariable String sha256, @RequestHeader HttpHeaders headers) {
        ObjectView view = views.one(known.get(sha256));
        Etag etag = Etag.of("object", view.sha256(), String.valueOf(view)); // small, and everything in it may change
        return etag.<ObjectView>unchanged(headers, Caching.ASK_AGAIN)
                .orElseGet(() -> Caching.ASK_AGAIN
                        .on(ResponseEntity.ok().eTag(etag.value()))
                        .body(view));
    }

    /** The beginning of a digest may mean another object later. */
    private static Caching caching(String asked, StoredObject object) {
        return asked.equals(object.sha256()) ? Caching.FOR_EVER : Caching.ASK_AGAIN;
    }

    @Operation(operationId = "getObjectBytes", summary = "The object itself")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/{sha256}/bytes")
    ResponseEntity<byte[]> bytes(@PathVariable String sha256, @RequestHeader HttpHeaders headers) {
        StoredObject object = known.get(sha256);
        Etag etag = new Etag("\"" + object.sha256() + "\"");
        Caching caching = caching(sha256, object);
        return etag.<byte[]>unchanged(headers, caching)
                .orElseGet(() -> caching.on(ResponseEntity.ok().eTag(etag.value()))
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(object.name()))
                        .body(objects.bytes(object)));
    }

    private static String attachment(String name) {
        return ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build()
                .toString();
    }

    /** A part of the list, the latest first; {@code nextCursor} is null at its end. */
    @Schema(name = "ObjectList")
    record ObjectList(List<ObjectView> objects, @Nullable String nextCursor) {}

    @Operation(
            operationId = "listObjects",
            summary = "All objects and the newest that was said of them, the latest first")
    @PagingParameters
    @GetMapping
    ResponseEntity<ObjectList> list(@Parameter(hidden = true) Paging paging) {
        List<StoredObject> found = objects.list(paging.before(), paging.limit() + 1);
        boolean more = found.size() > paging.limit();
        List<StoredObject> shown = more ? found.subList(0, paging.limit()) : found;
        String next = more ? Paging.after(Long.toString(shown.getLast().id())) : null;
        return NextPage.answer(new ObjectList(views.all(shown), next), next);
    }
}
