package dev.relogrid.engine.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.relogrid.engine.bytes.Bytes;
import dev.relogrid.engine.elf.Elf;
import dev.relogrid.engine.object.BpfObject;
import dev.relogrid.fixture.BtfBuilder;
import dev.relogrid.fixture.BtfBuilder.Member;
import dev.relogrid.fixture.ElfBuilder;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The maps an object defines, held against made-up kernels. */
class MapNeedsTest {
    private final BtfBuilder types = new BtfBuilder();
    private final int integer = types.integer("int", 4, BtfBuilder.SIGNED);
    private final List<Member> members = new ArrayList<>();

    private MapNeedsTest field(String name, int number) {
        members.add(BtfBuilder.member(name, types.pointer(types.array(integer, integer, number)), 8 * members.size()));
        return this;
    }

    /** What the map holds: other maps of that type. */
    private MapNeedsTest values(int type) {
        int inner =
                types.struct("", 8, BtfBuilder.member("type", types.pointer(types.array(integer, integer, type)), 0));
        members.add(BtfBuilder.member("values", types.array(types.pointer(inner), integer, 0), 8 * members.size()));
        return this;
    }

    private BpfObject object() {
        int struct = types.struct("", 8 * members.size(), members.toArray(Member[]::new));
        int variable = types.variable("events", struct, 1);
        types.datasec(".maps", 8 * members.size(), new BtfBuilder.Placed(variable, 0, 8 * members.size()));
        ElfBuilder elf = new ElfBuilder(ByteOrder.LITTLE_ENDIAN);
        int section = elf.data(".maps", new byte[8 * members.size()]);
        elf.symbol("events", Elf.STB_GLOBAL, Elf.STT_OBJECT, section, 0, 8L * members.size());
        elf.data(".BTF", types.bytes(ByteOrder.LITTLE_ENDIAN));
        elf.data(".data", new byte[4]);
        return BpfObject.parse(Bytes.of("object", elf.bytes(), ByteOrder.LITTLE_ENDIAN));
    }

    private static MadeKernel kernel(int mapTypes, int helpers) {
        return new MadeKernel().counts("bpf_map_type", "M", mapTypes).helpers(helpers);
    }

    @Test
    void mapTypeIsLookedUpByItsNumber() {
        BpfObject object = field("type", 27).field("max_entries", 4096).object();
        assertEquals(List.of(), Seen.on(kernel(27, 211), object));
        assertEquals(
                List.of("MAP_TYPE_UNKNOWN ERROR CREATE object: map events of type ringbuf;"
                        + " its enum bpf_map_type ends at #26"),
                Seen.on(kernel(26, 211), object));
    }

    @Test
    void mapsInsideOfMapsAreCreatedToo() {
        BpfObject object = field("type", 12).values(27).object();
        assertEquals(
                List.of("MAP_TYPE_UNKNOWN ERROR CREATE object: map events.inner of type ringbuf;"
                        + " its enum bpf_map_type ends at #26"),
                Seen.on(kernel(26, 211), object));
    }

    @ParameterizedTest
    @CsvSource({"1024, 111, 5.5, bpf_probe_read_user", "4096, 147, 5.10, bpf_copy_from_user"})
    void flagsAreNewerThanTypes(int flag, int last, String version, String sign) {
        BpfObject object = field("type", 2).field("map_flags", flag).object();
        assertEquals(List.of(), Seen.on(kernel(27, last + 1), object));
        List<String> seen = Seen.on(kernel(27, last), object);
        assertEquals(1, seen.size());
        String has = "; by its types it is older than " + version + ", in which they came: it has no helper " + sign;
        assertEquals(has, seen.getFirst().substring(seen.getFirst().indexOf(';')));
    }
}
