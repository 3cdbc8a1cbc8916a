package dev.relogrid.web.project;

import dev.relogrid.gate.Unread;
import dev.relogrid.matrix.project.Suites.Answered;
import dev.relogrid.matrix.project.Suites.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** What a ref has, answered or not. */
record SuiteMembers(String ref, List<Member> members) {

    List<Member> pending() {
        return members.stream()
                .filter(member -> member.found() == null && member.refusal() == null)
                .toList();
    }

    /** What tells this from the same ref with other objects or answers. */
    String key() {
        return ref + "\n" + members.stream().map(Member::key).collect(Collectors.joining("\n"));
    }

    /** Once none is pending. */
    Release release() {
        List<Answered> answered = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        for (Member member : members) {
            if (member.found() != null) {
                answered.add(new Answered(member.path(), member.found().analysis()));
            } else if (member.refusal() != null) {
                unread.add(new Unread(member.path(), "bad_profile", member.refusal()));
            }
        }
        return new Release(ref, answered, unread);
    }
}
