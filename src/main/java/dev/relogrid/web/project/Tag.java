package dev.relogrid.web.project;

import dev.relogrid.archive.Sha256;
import dev.relogrid.matrix.project.Verdicts.InForce;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * What an answer is made of, as a strong ETag: known before the answer is.
 *
 * @param value with its quotes
 */
record Tag(String value) {
    private static final int DIGITS = 32;

    /** @param how what else the answer depends on */
    static Tag of(InForce policy, List<Member> members, String how) {
        List<String> keys = members.stream().map(Member::key).toList();
        String all = String.join("\n", policy.key(), policy.today().toString(), how, String.join("\n", keys));
        return new Tag("\"" + Sha256.of(all.getBytes(StandardCharsets.UTF_8)).substring(0, DIGITS) + "\"");
    }
}
