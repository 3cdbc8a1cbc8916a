package dev.relogrid.engine.core;

import org.jspecify.annotations.Nullable;

/** What a relocation asks (include/uapi/linux/bpf.h, {@code enum bpf_core_relo_kind}), in the order of its numbers. */
public enum ReloKind {
    FIELD_BYTE_OFFSET("byte_off"),
    FIELD_BYTE_SIZE("byte_sz"),
    FIELD_EXISTS("field_exists"),
    FIELD_SIGNED("signed"),
    FIELD_LSHIFT_U64("lshift_u64"),
    FIELD_RSHIFT_U64("rshift_u64"),
    TYPE_ID_LOCAL("local_type_id"),
    TYPE_ID_TARGET("target_type_id"),
    TYPE_EXISTS("type_exists"),
    TYPE_SIZE("type_size"),
    ENUMVAL_EXISTS("enumval_exists"),
    ENUMVAL_VALUE("enumval_value"),
    TYPE_MATCHES("type_matches");

    private static final ReloKind[] BY_NUMBER = values();

    private final String word;

    ReloKind(String word) {
        this.word = word;
    }

    /** libbpf's word for it. */
    public String word() {
        return word;
    }

    /** The kind of that number, or null for one libbpf does not have. */
    public static @Nullable ReloKind of(int number) {
        return number >= 0 && number < BY_NUMBER.length ? BY_NUMBER[number] : null;
    }

    public boolean isFieldBased() {
        return switch (this) {
            case FIELD_BYTE_OFFSET, FIELD_BYTE_SIZE, FIELD_EXISTS, FIELD_SIGNED, FIELD_LSHIFT_U64, FIELD_RSHIFT_U64 ->
                true;
            default -> false;
        };
    }

    public boolean isTypeBased() {
        return this == TYPE_ID_LOCAL
                || this == TYPE_ID_TARGET
                || this == TYPE_EXISTS
                || this == TYPE_SIZE
                || this == TYPE_MATCHES;
    }

    public boolean isEnumvalBased() {
        return this == ENUMVAL_EXISTS || this == ENUMVAL_VALUE;
    }
}
