package dev.relogrid.vm;

import dev.relogrid.archive.Sha256;
import dev.relogrid.vm.BootReport.Boot;
import dev.relogrid.vm.BootReport.GuestFacts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One kernel and all objects that are asked of it, over as many boots as it takes. A guest that dies says nothing against
 * the object that was under way: that one gets a fresh guest of its own, the rest another. Only when an object is under
 * way at a second death its record says so. A guest that dies twice before any object ends the batch.
 */
final class Batch {
    /** Objects of one boot, by their place in the request. */
    private record Group(List<Integer> objects) {}

    /** So many boots in a row that never reached an object end the batch: of a kernel that starts, and of one that does not. */
    private static final int FRUITLESS = 4;

    private static final int NOT_BOOTED = 2;

    private final Launch launch;
    private final String qemu;
    private final List<BootObject> objects;
    private final List<InputFrame> common;
    private final BootListener listener;

    private final Deque<Group> waiting = new ArrayDeque<>();
    private final @Nullable BootedObject[] results;
    private final int[] deaths;
    private final List<Boot> boots = new ArrayList<>();
    private final SortedMap<String, String> facts = new TreeMap<>();
    private @Nullable GuestFacts guest;
    private int fruitless;

    /** @param common input of every boot: modules */
    Batch(Launch launch, String qemu, List<BootObject> objects, List<InputFrame> common, BootListener listener) {
        this.launch = launch;
        this.qemu = qemu;
        this.objects = objects;
        this.common = common;
        this.listener = listener;
        this.results = new BootedObject[objects.size()];
        this.deaths = new int[objects.size()];
    }

    BootReport run() throws InterruptedException {
        long most = Math.min(60L << 20, ((long) launch.options().memoryMiB() << 20) / 8);
        waiting.addAll(split(most));
        listener.started(launch.kernel().id());
        while (!waiting.isEmpty()) {
            boot(waiting.remove());
        }
        List<BootedObject> all = new ArrayList<>();
        for (BootedObject result : results) {
            if (result != null) {
                all.add(result);
            }
        }
        return new BootReport(launch.kernel().id(), guest, List.copyOf(all), List.copyOf(boots));
    }

    private List<Group> split(long most) {
        List<Group> groups = new ArrayList<>();
        List<Integer> some = new ArrayList<>();
        long bytes = 0;
        for (int i = 0; i < objects.size(); i++) {
            long length = objects.get(i).bytes().length;
            if (!some.isEmpty() && bytes + length > most) {
                groups.add(new Group(some));
                some = new ArrayList<>();
                bytes = 0;
            }
            some.add(i);
            bytes += length;
        }
        groups.add(new Group(some)); // an empty request boots once, and is told of the guest
        return groups;
    }

    private void boot(Group group) throws InterruptedException {
        List<InputFrame> input = new ArrayList<>();
        input.add(InputFrame.conf(conf()));
        input.addAll(common);
        for (int object : group.objects) {
            input.addAll(ObjectFrames.of(objects.get(object)));
        }
        String kernel = launch.kernel().id();
        Hearing hearing = new Hearing(
                group.objects.size(),
                launch.options().attach(),
                (index, program) -> listener.program(
                        kernel, objects.get(group.objects.get(index)).name(), program));
        Boot boot = new Guest(launch, input, hearing).run();
        boots.add(boot);
        facts.putAll(hearing.facts());
        if (guest == null) {
            guest = hearing.guest(launch.accelerator(), qemu, launch.kernel().moduleNames());
        }
        listener.ended(kernel, boot);
        settle(group, hearing, boot.end());
    }

    private Map<String, String> conf() {
        BootOptions options = launch.options();
        Map<String, String> conf = new LinkedHashMap<>();
        conf.put("prog_ms", "" + options.program().toMillis());
        conf.put("log_keep", "" + options.logBytes());
        conf.put("attach", options.attach() ? "1" : "0");
        // all programs of an object at once takes less than half the time; who brought a guest down shows one by one
        conf.put("fast", options.attach() || !boots.isEmpty() ? "0" : "1");
        conf.putAll(launch.trial().conf(boots.size()));
        return conf;
    }

    /** Keeps what is known and puts the rest back into the queue: those under suspicion first, each alone. */
    private void settle(Group group, Hearing hearing, BootEnd end) {
        List<Integer> alone = new ArrayList<>();
        List<Integer> rest = new ArrayList<>();
        for (int i = 0; i < group.objects.size(); i++) {
            int index = group.objects.get(i);
            HeardObject heard = hearing.object(i);
            if (heard != null && heard.isComplete() && (deaths[index] > 0 || !heard.hasFault())) {
                finish(index, heard, BootEnd.DONE);
            } else if (heard != null || end.isFault() && isUnderWay(hearing, i)) {
                suspect(index, heard, end, alone);
            } else {
                rest.add(index);
            }
        }
        if (!rest.isEmpty()) {
            waiting.addFirst(new Group(rest));
        }
        for (int index : alone) {
            waiting.addFirst(new Group(List.of(index)));
        }
        fruitless = hearing.introducedCount() > 0 || group.objects.isEmpty() ? 0 : fruitless + 1;
        if (fruitless >= (hearing.isBooted() ? FRUITLESS : NOT_BOOTED)) {
            giveUp(end);
        }
    }

    /** A guest that had said hello may have died of the object it had not yet introduced. */
    private static boolean isUnderWay(Hearing hearing, int i) {
        HeardObject before = hearing.object(i - 1);
        return hearing.isBooted() && i == hearing.introducedCount() && (before == null || before.isComplete());
    }

    private void suspect(int index, @Nullable HeardObject heard, BootEnd end, List<Integer> alone) {
        if (deaths[index]++ == 0) {
            alone.add(index);
            return;
        }
        // a guest that did all it was given, and yet not all, has lost some of its words
        BootEnd fault = end == BootEnd.DONE ? BootEnd.GARBLED : end;
        if (heard == null) {
            finish(index, unknown(index, fault));
        } else {
            finish(index, heard, fault);
        }
    }

    private void finish(int index, HeardObject heard, BootEnd fault) {
        BootObject object = objects.get(index);
        finish(index, heard.object(object.name(), sha256(object), fault));
    }

    private void finish(int index, BootedObject result) {
        results[index] = result;
        listener.object(launch.kernel().id(), result);
    }

    private BootedObject unknown(int index, BootEnd fault) {
        BootObject object = objects.get(index);
        return new BootedObject(object.name(), sha256(object), 0, "", List.of(), List.of(), fault);
    }

    private static String sha256(BootObject object) {
        return Sha256.of(object.bytes());
    }

    private void giveUp(BootEnd end) {
        for (Group group : waiting) {
            for (int index : group.objects) {
                finish(index, unknown(index, end));
            }
        }
        waiting.clear();
    }

    SortedMap<String, String> facts() {
        return facts;
    }
}
