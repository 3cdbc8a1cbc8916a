package dev.relogrid.web.problem;

import java.net.URI;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of errors the service knows, each with its HTTP status. A kind's name in lower case is the stable
 * {@code code} of the answer and the end of its {@code type}, which resolves to {@link #meaning()}.
 */
public enum ApiProblem {
    BAD_REQUEST(
            400,
            "The request is not understood",
            "A parameter, a header or the body is missing or not of the shape the interface describes. Where several"
                    + " fields are wrong, `errors` lists each with its reason."),
    BAD_TARGETS(
            400,
            "The target query is not understood",
            "The `targets` query does not parse, or names a kernel, a distribution or a release nobody has heard of."
                    + " `detail` says where it stops making sense."),
    UNAUTHORIZED(
            401,
            "A token is needed",
            "The request carries no token, or one that is unknown, expired or revoked. Send"
                    + " `Authorization: Bearer <token>`."),
    FORBIDDEN(
            403,
            "This token may not do that",
            "The token is good, but lacks the scope this operation asks for, or is bound to another project."),
    NOT_FOUND(404, "There is no such thing", "Nothing is known under this name, or there is no such page."),
    METHOD_NOT_ALLOWED(405, "The method does not fit", "The address exists; the header `Allow` names its methods."),
    NOT_ACCEPTABLE(
            406,
            "No such representation",
            "Nothing of what the header `Accept` asks for can be given at this address."),
    CONFLICT(
            409,
            "Something is in the way",
            "The name is taken, or somebody changed the same thing meanwhile. Read it again, then decide."),
    GONE(410, "No longer here", "It was here and has been removed; its address is not given out again."),
    PRECONDITION_FAILED(
            412, "Changed meanwhile", "The version named in `If-Match` is not the current one. Read it again."),
    TOO_LARGE(
            413,
            "The body is too large",
            "The body is larger than this address takes; `limit` is the largest size in bytes."),
    UNSUPPORTED_MEDIA_TYPE(
            415, "The body's type does not fit", "The header `Content-Type` names none that this address reads."),
    MALFORMED_OBJECT(
            422,
            "The bytes are not what they claim to be",
            "An ELF file, its BTF or a kernel package is damaged or is something else. `section`, `offset`, `expected`"
                    + " and `found` say where reading stopped."),
    DIGEST_MISMATCH(
            422,
            "The bytes have another SHA-256",
            "The upload does not hash to the digest in its address: it was cut short, or the address is another"
                    + " file's. `expected` and `found` give both digests."),
    MALFORMED_POLICY(
            422,
            "The policy is not understood",
            "The `.relogrid` text does not parse or contradicts itself; `detail` gives the line."),
    MALFORMED_INPUT(
            422,
            "The body is not understood",
            "The body parses, but what it says cannot be true; `detail` says which part and why."),
    TOO_MANY_REQUESTS(
            429,
            "Too many requests",
            "This token or address asks more often than it may. The header `Retry-After` says in how many seconds"
                    + " there is room again."),
    INTERNAL(
            500,
            "This is a bug of the service",
            "Something went wrong that should not. The service's log has the whole story under the `id` given here."),
    UNAVAILABLE(
            503,
            "Not available just now",
            "The database, or something else the service needs, does not answer. Nothing is lost; ask again after"
                    + " `Retry-After` seconds."),
    ARCHIVE_UNAVAILABLE(
            503,
            "No archive of kernels",
            "The archive of kernels cannot be read, or has none. `relogrid archive` on the service's machine says"
                    + " more."),
    NO_VM(
            503,
            "No machine boots kernels here",
            "Booting needs QEMU on a node with the role `vm`, and none is there. Static answers are unaffected.");

    private final int status;
    private final String title;
    private final String meaning;

    ApiProblem(int status, String title, String meaning) {
        this.status = status;
        this.title = title;
        this.meaning = meaning;
    }

    /** The kind with this code. */
    static Optional<ApiProblem> withCode(String code) {
        return Arrays.stream(values())
                .filter(problem -> problem.code().equals(code))
                .findFirst();
    }

    /** What clients tell kinds apart by, such as {@code not_found}; never changes. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The HTTP status this kind is answered with. */
    public int status() {
        return status;
    }

    /** The kind in a few words, the same for every occurrence. */
    public String title() {
        return title;
    }

    /** What it means and what to do, in a sentence or two. */
    public String meaning() {
        return meaning;
    }

    /** Where {@link #meaning()} is served, relative to the service. */
    public URI type() {
        return URI.create("/docs/problems/" + code());
    }
}
