package dev.relogrid.engine.object;

import dev.relogrid.engine.bytes.Bytes;
import java.util.Map;

/**
 * A map that stands for one of the kernel's structs of function pointers, defined as a variable in {@code .struct_ops} or
 * {@code .struct_ops.link} ({@code init_struct_ops_maps}).
 *
 * @param name of the variable
 * @param typeId the struct in the object's types
 * @param autocreate false where the section's name begins with a question mark: libbpf leaves it alone
 * @param link whether it is attached by a link
 * @param programs the programs its members point to, by the members' numbers
 * @param value the variable's bytes, pointers to programs zero
 */
public record StructOps(
        String name, int typeId, boolean autocreate, boolean link, Map<Integer, Program> programs, Bytes value) {
    public StructOps {
        programs = Map.copyOf(programs);
    }
}
