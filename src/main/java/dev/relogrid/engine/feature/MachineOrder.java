package dev.relogrid.engine.feature;

import dev.relogrid.engine.btf.Btf;
import dev.relogrid.engine.finding.CauseCode;
import dev.relogrid.engine.finding.Obstacle;
import dev.relogrid.engine.finding.Obstacle.Place;
import dev.relogrid.engine.finding.Stage;
import dev.relogrid.engine.kernel.Kernel;
import java.nio.ByteOrder;
import java.util.List;

/**
 * The byte order of the machine, which a kernel's types tell. libbpf reads objects of the other one and refuses to load
 * them ({@code bpf_object_load}).
 */
final class MachineOrder extends NeedGroup {
    private final ByteOrder order;
    private final Need need;

    MachineOrder(ByteOrder order) {
        this.order = order;
        this.need =
                new Need(CauseCode.BYTE_ORDER, Stage.RELOCATE, Place.OBJECT, "a machine that stores " + words(order));
    }

    private static String words(ByteOrder order) {
        return order == ByteOrder.BIG_ENDIAN ? "the highest byte first" : "the lowest byte first";
    }

    @Override
    void check(Kernel kernel, List<Obstacle> into) {
        Btf types = kernel.vmlinux();
        if (types != null && types.order() != order) {
            into.add(need.missing("its machine stores " + words(types.order())));
        }
    }
}
