package dev.relogrid.vm;

import dev.relogrid.vm.BootReport.Boot;
import dev.relogrid.vm.BootReport.GuestFacts;
import java.util.List;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * What a kernel was measured to be able to do.
 *
 * @param guest null when none ever said hello
 * @param facts by name; those of a boot that did not come to its end are not kept
 * @param boots in order: one, or two when the first failed
 */
public record ProbeReport(
        String kernel, @Nullable GuestFacts guest, SortedMap<String, String> facts, List<Boot> boots) {
    /** Whether the facts are all there are. */
    public boolean isWhole() {
        return !boots.isEmpty() && boots.getLast().end() == BootEnd.DONE;
    }
}
