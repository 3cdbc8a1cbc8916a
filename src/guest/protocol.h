// What guest and host agree on; docs/GUEST.md says what it means.
#ifndef PROTOCOL_H
#define PROTOCOL_H
#include <stdint.h>

#define AGENT_VERSION "1.0"
#define PROTOCOL_VERSION 2
#define SHM_MAGIC 0x314d485346504256ULL /* "VBPFSHM1" */
#define FRAME_MAGIC 0x314d5246u /* "FRM1" */
#define PAGE0 4096

struct frame { // little endian, payload padded to 8
	uint32_t magic;
	uint16_t type;
	uint16_t flags;
	uint32_t seq;
	uint32_t crc; // CRC-32 (zlib's) of the payload
	uint64_t len;
};

enum frame_type {
	F_HELLO = 1, // JSON
	F_OBJECT = 2, // JSON
	F_PROG = 3, // JSON
	F_LOG = 4, // u32 obj, prog, kind, zero; u64 total, head; bytes
	F_START = 5, // JSON
	F_NOTE = 6, // JSON
	F_DONE = 7, // JSON, the last
	F_ATTACH = 8, // JSON
	F_FACTS = 9, // lines of text
	F_IN_CONF = 16, // KEY=VALUE lines
	F_IN_OBJ = 17, // u32 name_len, name, bytes
	F_IN_KO = 18, // likewise
	F_IN_FILE = 19, // likewise, the name is an absolute path
	F_IN_SET = 20, // lines for the next F_IN_OBJ
};
enum log_kind { LOG_VERIFIER = 1, LOG_LIBBPF = 2, LOG_INSNS = 3 };
enum guest_state { ST_BOOT = 0, ST_READY = 1, ST_RUN = 2, ST_DONE = 3 };
enum exit_code { EXIT_ALL_DONE = 0x10, EXIT_NO_MEMORY = 0x11, EXIT_BAD_AREA = 0x12, EXIT_NO_WAY_OUT = 0x13 };

struct shm_hdr { // page 0 of the area
	uint64_t magic; // the host writes up to park
	uint32_t version, hdr_len;
	uint64_t in_off, in_len, out_off, out_cap;
	uint32_t go;
	uint32_t park;
	uint32_t state, seq; // the guest writes the rest
	uint64_t out_pos;
	uint64_t heartbeat;
	uint32_t cur_obj, cur_prog, cur_stage, lost;
};

enum stage {
	S_NONE, S_OPEN, S_VBTF, S_EXT, S_BTF, S_SOPS, S_MAP, S_RELO,
	S_TARGET, S_PROG, S_PARR, S_OTHER, S_ATTACH, S_SECT, S_DONE
};
extern const char *const stage_name[]; // frames.c

#endif
