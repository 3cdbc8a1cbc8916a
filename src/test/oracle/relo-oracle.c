// relo-oracle: ask the real libbpf what it would do with one BPF object on one kernel.
//
// The program is linked statically against a packaged libbpf.a and uses the
// linker's --wrap feature to sit between libbpf's own object files:
//
//   * the two CO-RE steps (computing a relocation, patching an instruction) are
//     the library's; the wrappers only record what went in and what came out;
//   * everything libbpf would learn from the machine it runs on (bpf() system
//     calls, /sys/kernel/btf/vmlinux, module BTFs, kallsyms, kernel config,
//     uname) is answered from files named on the command line.
//
// So no privilege is needed, nothing is loaded into the running kernel, and
// the answer does not depend on the machine. Output: JSON, one record a line.
//
// Two passes. Pass 1 is exactly libbpf. When it fails before or inside the CO-RE
// step, pass 2 opens the object again with externs made weak and hidden, failing
// records absorbed and struct_ops maps renamed away, so that every relocation gets
// its own verdict. The strict_* fields of the last record tell about pass 1.
//
// Records, by their "t" (numbers decimal unless said otherwise):
//
// meta    libbpf, sdk (package version), host_endian, obj, obj_endian, btf, btf_mode
//         (kernel|custom), modules (count), kver, relos, externs (counts)
// extern  name; kind kconfig|ksym-typed|ksym-untyped|kfunc|unknown; weak; decl (BTF
//         kind); status resolved|weak-zero|error|unresolved|not-tried; value (libbpf's
//         words); bytes (kconfig: hex of its bytes in .kconfig); log
// prog    name, sec, type, autoload, insn_cnt; insns (with --insns: hex of the final
//         stream, map fd -> index of the map or -1, BTF fd -> 0 vmlinux / 1 module)
// relo    sec, idx (within its .BTF.ext section), insn_off (bytes, in the ELF section),
//         prog, prog_insn, autoload, kind, kind_num
//         local{id,kind,name,access,spec}
//         status ok|poisoned|error|skipped; stage search|resolve|patch and rc if error
//         ncands, nmatch (candidates seen matching)
//         cands[{btf,id,kind,name,match,spec}]; match null: libbpf stopped before it
//         target{btf,id,access,bit_off,spec}: the first match, if any
//         orig_val, new_val (u64), poison (no target), validate (old value is checked)
//         memsz{orig,new,fail}: status poisoned with poison false and fail true is a
//         load or store whose size could not be adjusted
//         before, after: hex of the 1 or 2 instructions, host encoding; log
// result  strict_stage done|open|vmlinux_btf|externs|struct_ops|core|attach|later|other,
//         strict_rc, strict_first_warn, strict_relos_done, strict_failed_relo (index
//         over all records, -1 none), second_pass, second_note, ok, poisoned, error,
//         skipped (counts), btf_parse_ms, core_ms, total_ms, peak_kb, strict_warn
// bench   (--bench only) round, btf_parse_ms, core_ms, total_ms, relos, load_rc, peak_kb
//
// Exit status: 0 answered, 2 bad arguments or files. 128 and above (a signal): libbpf
// itself crashed, which counts as no answer (1.7.0 does on the access string "0:-1").
// lshift_u64 follows the byte order of the machine libbpf was compiled for.
// One file on purpose, for all its length: the wrappers share what one pass has seen,
// and it is built by a single compiler call wherever the tests run.
// --batch FILE answers many command lines in one process, see batch().

#define _GNU_SOURCE
#include <ctype.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <getopt.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/utsname.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>
#include <zlib.h>

#include <linux/bpf.h>
#include <linux/btf.h>
#include <bpf/bpf.h>
#include <bpf/btf.h>
#include <bpf/libbpf.h>

#ifndef SDK_NAME
#define SDK_NAME "unknown"
#endif

// ---------------------------------------------------------------------------
// libbpf.a built against a glibc >= 2.38 wants the C23 variants of these. They
// differ from the older ones only in accepting 0b... literals for base 0 / %i.
#if !__GLIBC_PREREQ(2, 38)
unsigned long long __isoc23_strtoull(const char *s, char **e, int b) { return strtoull(s, e, b); }
unsigned long __isoc23_strtoul(const char *s, char **e, int b) { return strtoul(s, e, b); }
long long __isoc23_strtoll(const char *s, char **e, int b) { return strtoll(s, e, b); }
long __isoc23_strtol(const char *s, char **e, int b) { return strtol(s, e, b); }
int __isoc23_sscanf(const char *s, const char *f, ...)
{
	va_list ap; va_start(ap, f); int r = vsscanf(s, f, ap); va_end(ap); return r;
}
int __isoc23_fscanf(FILE *s, const char *f, ...)
{
	va_list ap; va_start(ap, f); int r = vfscanf(s, f, ap); va_end(ap); return r;
}
#endif

// ---------------------------------------------------------------------------
// Data that crosses the wrapped calls. The layout has been the same in every
// libbpf release from 1.1 to 1.7; selfcheck_layout() below refuses to go on if
// what comes across does not look like it.
enum { SPEC_MAX = 64 };
struct core_cand { const struct btf *btf; uint32_t id; };
struct core_cands { struct core_cand *v; int len; };
struct core_acc { uint32_t type_id, idx; const char *name; };
struct core_spec {
	const struct btf *btf;
	struct core_acc acc[SPEC_MAX];
	uint32_t root_type_id;
	int kind;
	int len;
	int raw[SPEC_MAX];
	int raw_len;
	uint32_t bit_offset;
};
struct core_res {
	uint64_t orig_val, new_val;
	bool poison, validate, fail_memsz;
	uint32_t orig_sz, orig_type_id, new_sz, new_type_id;
};
struct core_rec { uint32_t insn_off, type_id, access_str_off, kind; };

int __real_bpf_core_calc_relo_insn(const char *, const struct core_rec *, int, const struct btf *,
				   struct core_cands *, struct core_spec *, struct core_res *);
int __real_bpf_core_patch_insn(const char *, struct bpf_insn *, int, const struct core_rec *, int,
			       const struct core_res *);
struct btf *__real_btf__load_vmlinux_btf(void);
void __real_btf__free(struct btf *);
int32_t __real_btf__find_by_name_kind(const struct btf *, const char *, uint32_t);
int32_t __real_btf__find_by_name_kind_own(const struct btf *, const char *, uint32_t);
FILE *__real_fopen64(const char *, const char *);
gzFile __real_gzopen64(const char *, const char *);
int __real_uname(struct utsname *);
long __real_syscall(long, ...);
int __real_faccessat(int, const char *, int, int);
void *__real_hashmap__new(void *, void *, void *);
void __real_hashmap__free(void *);

// Not wrapped, only called: libbpf's own spec parser and printer.
extern int bpf_core_parse_spec(const char *, const struct btf *, const struct core_rec *, struct core_spec *);
extern int bpf_core_format_spec(char *, size_t, const struct core_spec *);
// libbpf >= 1.6 only
extern int bpf_object__prepare(struct bpf_object *) __attribute__((weak));

// ---------------------------------------------------------------------------
static void die(const char *fmt, ...)
{
	va_list ap;
	va_start(ap, fmt);
	fprintf(stderr, "relo-oracle: ");
	vfprintf(stderr, fmt, ap);
	fputc('\n', stderr);
	va_end(ap);
	exit(2);
}

static void *xrealloc(void *p, size_t n)
{
	p = realloc(p, n ? n : 1);
	if (!p)
		die("out of memory");
	return p;
}

static char *xstrdup(const char *s) { return strcpy(xrealloc(NULL, strlen(s) + 1), s); }

static double now_ms(void)
{
	struct timespec t;
	clock_gettime(CLOCK_MONOTONIC, &t);
	return t.tv_sec * 1e3 + t.tv_nsec / 1e6;
}

// growing text buffer, also the JSON writer
struct buf { char *p; size_t n, cap; };
static void b_add(struct buf *b, const char *s, size_t n)
{
	if (b->n + n + 1 > b->cap)
		b->p = xrealloc(b->p, b->cap = (b->n + n + 1) * 2);
	memcpy(b->p + b->n, s, n);
	b->n += n;
	b->p[b->n] = 0;
}
static void b_puts(struct buf *b, const char *s) { b_add(b, s, strlen(s)); }
static void b_fmt(struct buf *b, const char *fmt, ...)
{
	char tmp[512];
	va_list ap;
	va_start(ap, fmt);
	int n = vsnprintf(tmp, sizeof(tmp), fmt, ap);
	va_end(ap);
	b_add(b, tmp, n < (int)sizeof(tmp) ? n : (int)sizeof(tmp) - 1);
}
static void b_str(struct buf *b, const char *s)
{
	if (!s) { b_puts(b, "null"); return; }
	b_puts(b, "\"");
	for (; *s; s++) {
		unsigned char c = *s;
		if (c == '"' || c == '\\') b_fmt(b, "\\%c", c);
		else if (c < 0x20 || c >= 0x7f) b_fmt(b, "\\u%04x", c);
		else b_add(b, s, 1);
	}
	b_puts(b, "\"");
}
static void b_hex(struct buf *b, const void *p, size_t n)
{
	b_puts(b, "\"");
	for (size_t i = 0; i < n; i++)
		b_fmt(b, "%02x", ((const uint8_t *)p)[i]);
	b_puts(b, "\"");
}
static void b_key(struct buf *b, const char *k) { b_fmt(b, "%s\"%s\":", b->p[b->n - 1] == '{' ? "" : ",", k); }
static void b_kstr(struct buf *b, const char *k, const char *v) { b_key(b, k); b_str(b, v); }
static void b_kint(struct buf *b, const char *k, long long v) { b_key(b, k); b_fmt(b, "%lld", v); }
static void b_kbool(struct buf *b, const char *k, bool v) { b_key(b, k); b_puts(b, v ? "true" : "false"); }
static void b_end(struct buf *b)
{
	b_puts(b, "}\n");
	fwrite(b->p, 1, b->n, stdout);
	b->n = 0;
}

// peak resident size of this program alone (ru_maxrss would include its parent's)
static long peak_kb(void)
{
	char ln[256];
	long kb = 0;
	FILE *f = __real_fopen64("/proc/self/status", "r");
	while (f && fgets(ln, sizeof(ln), f))
		if (sscanf(ln, "VmHWM: %ld", &kb) == 1)
			break;
	if (f) fclose(f);
	return kb;
}

static uint8_t *read_file(const char *path, size_t *n)
{
	FILE *f = __real_fopen64(path, "rb");
	if (!f)
		die("%s: %s", path, strerror(errno));
	uint8_t *p = NULL;
	size_t len = 0, cap = 0, r;
	do {
		if (len == cap)
			p = xrealloc(p, cap = cap ? cap * 2 : 1 << 20);
		r = fread(p + len, 1, cap - len, f);
		len += r;
	} while (r);
	fclose(f);
	*n = len;
	return p;
}

// ---------------------------------------------------------------------------
// options and inputs
static struct {
	const char *obj_path, *btf_path, *running_btf, *kconfig, *kallsyms, *kver, *kver_text, *extra_kconfig, *only, *emit, *preloaded;
	bool custom, all, insns, logs, strict_only, force_prepare;
	int bench;
	bool cookie, sys_wrapper;
} opt = { .cookie = true, .sys_wrapper = true };

struct module { const char *name, *path; uint8_t *data; size_t len; } *mods;
static int nmods;

// ---------------------------------------------------------------------------
// What one pass over the object has seen
enum status { ST_UNSEEN, ST_OK, ST_POISON, ST_ERROR };
struct cand_info { const char *btf; uint32_t id; char kind[16]; char *name; int match; char *spec; };
struct relo {
	// from .BTF.ext
	const char *sec;
	int sec_idx, idx;
	struct core_rec rec;
	size_t file_off;           // of the record, in the ELF image
	bool neutral;              // taken out of the way for this pass
	// seen
	enum status st;
	const char *stage;         // where it failed: search | resolve | patch
	int rc;
	char *prog;
	int prog_insn;
	struct cand_info *cands;
	int ncands, nmatch;
	struct core_res res;
	bool have_res;
	bool have_targ;
	char *targ_spec;
	uint32_t targ_id, targ_bit_off;
	const char *targ_btf;
	char *targ_access;
	bool patched;
	int ninsn;
	struct bpf_insn before[2], after[2];
	struct buf log;
};
static struct relo *relos;
static int nrelos;

struct sec { const char *name; int idx; size_t off, size; bool exec; };
static struct sec *secs;
static int nsecs;
struct func { const char *name; int sec; uint64_t off, size; int bind; };
static struct func *funcs;
static int nfuncs;
struct ext { const char *name; bool weak; char *state, *detail; struct buf log; bool set; int kcfg_off; };
static struct ext *exts;
static int nexts;

static uint8_t *img;           // the object, possibly edited for a second pass
static size_t img_len;
static bool img_be, img_swap; // big endian; other byte order than this machine
static size_t btf_off, btf_len, ext_off, ext_len;

static struct {
	bool keep_going;
	int cur_sec_first;         // first relo of the section libbpf is working on
	char cur_sec[256];
	struct relo *cur;
	bool cur_failed;
	struct buf warn, all;      // log lines of the pass
	char *first_warn, *last_warn;
	int ncalc, npatch;
	bool core_started, core_failed, struct_ops_failed;
	int loads;
	double t_vmlinux, t_core, t_core0, t_total;
} P;

static struct btf *vmlinux;    // shared between passes; never freed by libbpf
static bool vmlinux_shared;
static uint32_t vmlinux_cnt;

// ---------------------------------------------------------------------------
// small ELF reader (own, so that records libbpf never gets to are listed too)
static uint16_t g16(const void *p) { uint16_t v; memcpy(&v, p, 2); return img_swap ? __builtin_bswap16(v) : v; }
static uint32_t g32(const void *p) { uint32_t v; memcpy(&v, p, 4); return img_swap ? __builtin_bswap32(v) : v; }
static uint64_t g64(const void *p) { uint64_t v; memcpy(&v, p, 8); return img_swap ? __builtin_bswap64(v) : v; }
static void p32(void *p, uint32_t v) { if (img_swap) v = __builtin_bswap32(v); memcpy(p, &v, 4); }

static const char *at_str(size_t tab, size_t tablen, uint32_t off)
{
	if (off >= tablen || !memchr(img + tab + off, 0, tablen - off))
		return "?";
	return (const char *)img + tab + off;
}

static size_t btf_strs, btf_strs_len;

static void parse_elf(void)
{
	if (img_len < sizeof(Elf64_Ehdr) || memcmp(img, ELFMAG, 4) || img[EI_CLASS] != ELFCLASS64)
		return;
	img_be = img[EI_DATA] == ELFDATA2MSB;
	img_swap = img_be != (__BYTE_ORDER__ == __ORDER_BIG_ENDIAN__);
	Elf64_Ehdr *eh = (void *)img;
	uint64_t shoff = g64(&eh->e_shoff);
	int n = g16(&eh->e_shnum), stx = g16(&eh->e_shstrndx);
	if (shoff > img_len || n * sizeof(Elf64_Shdr) > img_len - shoff || stx >= n)
		return;
	Elf64_Shdr *sh = (void *)(img + shoff);
	size_t str = g64(&sh[stx].sh_offset), strl = g64(&sh[stx].sh_size);
	if (str > img_len || strl > img_len - str)
		return;
	secs = xrealloc(NULL, sizeof(*secs) * n);
	for (int i = 0; i < n; i++) {
		size_t off = g64(&sh[i].sh_offset), sz = g64(&sh[i].sh_size);
		if (g32(&sh[i].sh_type) != SHT_NOBITS && (off > img_len || sz > img_len - off))
			sz = 0;
		const char *nm = at_str(str, strl, g32(&sh[i].sh_name));
		secs[nsecs++] = (struct sec){ nm, i, off, sz,
			(g64(&sh[i].sh_flags) & SHF_EXECINSTR) && g32(&sh[i].sh_type) == SHT_PROGBITS };
		if (!strcmp(nm, ".BTF")) btf_off = off, btf_len = sz;
		if (!strcmp(nm, ".BTF.ext")) ext_off = off, ext_len = sz;
	}
	for (int i = 0; i < n; i++) {
		if (g32(&sh[i].sh_type) != SHT_SYMTAB)
			continue;
		int l = g32(&sh[i].sh_link);
		if (l >= n)
			continue;
		size_t so = secs[l].off, sl = secs[l].size;
		for (size_t o = 0; o + sizeof(Elf64_Sym) <= secs[i].size; o += sizeof(Elf64_Sym)) {
			Elf64_Sym *s = (void *)(img + secs[i].off + o);
			const char *nm = at_str(so, sl, g32(&s->st_name));
			int bind = ELF64_ST_BIND(s->st_info), type = ELF64_ST_TYPE(s->st_info);
			int shn = g16(&s->st_shndx);
			if (type == STT_FUNC && shn && shn < n) {
				funcs = xrealloc(funcs, sizeof(*funcs) * (nfuncs + 1));
				funcs[nfuncs++] = (struct func){ nm, shn, g64(&s->st_value), g64(&s->st_size), bind };
			}
			if (type == STT_NOTYPE && !shn && *nm && (bind == STB_GLOBAL || bind == STB_WEAK)) {
				exts = xrealloc(exts, sizeof(*exts) * (nexts + 1));
				exts[nexts++] = (struct ext){ .name = nm, .weak = bind == STB_WEAK, .kcfg_off = -1 };
			}
		}
	}
	if (btf_len < 24 || ext_len < 32)
		return;
	// .BTF: magic u16, version u8, flags u8, hdr_len, type_off, type_len, str_off, str_len
	btf_strs = btf_off + g32(img + btf_off + 4) + g32(img + btf_off + 16);
	btf_strs_len = g32(img + btf_off + 20);
	if (btf_strs > btf_off + btf_len || btf_strs_len > btf_off + btf_len - btf_strs)
		return;
	// .BTF.ext: same prefix, then (off,len) of func info, line info, CO-RE relocations
	uint32_t hl = g32(img + ext_off + 4), co = g32(img + ext_off + 24), cl = g32(img + ext_off + 28);
	if (hl < 32 || hl > ext_len || co > ext_len - hl || cl > ext_len - hl - co || cl < 4)
		return;
	size_t o = ext_off + hl + co, end = o + cl;
	uint32_t rs = g32(img + o);
	o += 4;
	if (rs < 16)
		return;
	while (o + 8 <= end) {
		const char *sn = at_str(btf_strs, btf_strs_len, g32(img + o));
		uint32_t cnt = g32(img + o + 4);
		o += 8;
		int si = -1;
		for (int i = 1; i < nsecs; i++)
			if (!strcmp(secs[i].name, sn)) { si = i; break; }
		for (uint32_t i = 0; i < cnt && o + rs <= end; i++, o += rs) {
			relos = xrealloc(relos, sizeof(*relos) * (nrelos + 1));
			memset(&relos[nrelos], 0, sizeof(*relos));
			relos[nrelos].sec = sn;
			relos[nrelos].sec_idx = si;
			relos[nrelos].idx = i;
			relos[nrelos].file_off = o;
			relos[nrelos].prog_insn = -1;
			relos[nrelos++].rec = (struct core_rec){ g32(img + o), g32(img + o + 4), g32(img + o + 8), g32(img + o + 12) };
		}
	}
}

static const char *kinds[] = { "byte_off", "byte_sz", "field_exists", "signed", "lshift_u64", "rshift_u64",
	"local_type_id", "target_type_id", "type_exists", "type_size", "enumval_exists", "enumval_value", "type_matches" };
static const char *kind_name(uint32_t k) { return k < sizeof(kinds) / sizeof(*kinds) ? kinds[k] : "unknown"; }

static const char *btf_kind_name(const struct btf_type *t)
{
	static const char *n[] = { "void", "int", "ptr", "array", "struct", "union", "enum", "fwd", "typedef",
		"volatile", "const", "restrict", "func", "func_proto", "var", "datasec", "float", "decl_tag", "type_tag", "enum64" };
	unsigned k = t ? btf_kind(t) : 0;
	return k < sizeof(n) / sizeof(*n) ? n[k] : "unknown";
}

// ---------------------------------------------------------------------------
// libbpf's log
static int mod_of(const struct btf *b);

static struct relo *find_relo(const char *sec, int idx)
{
	for (int i = 0; i < nrelos; i++)
		if (relos[i].idx == idx && !strcmp(relos[i].sec, sec))
			return &relos[i];
	return NULL;
}

static void note_ext(const char *line, bool warn)
{
	for (int i = 0; i < nexts; i++) {
		struct ext *e = &exts[i];
		char q[300];
		snprintf(q, sizeof(q), "'%s'", e->name);
		if (!strstr(line, q) && !strstr(line, " name "))
			continue;
		int off, n = 0, sym;
		if (sscanf(line, "extern (kcfg) #%d: symbol %d, off %d, name %n", &n, &sym, &off, &sym) >= 3) {
			const char *nm = strstr(line, ", name ");
			if (nm && !strcmp(nm + 7, e->name))
				e->kcfg_off = off;
			continue;
		}
		if (!strstr(line, q) || strncmp(line, "extern", 6))
			continue;
		b_puts(&e->log, line);
		b_puts(&e->log, "\n");
		const char *v;
		if (warn) {
			if (strstr(line, "truncated to")) continue;
			free(e->state); e->state = xstrdup("error");
			free(e->detail); e->detail = xstrdup(line);
		} else if ((v = strstr(line, "set to "))) {
			free(e->state); e->state = xstrdup("resolved");
			free(e->detail); e->detail = xstrdup(v + 7);
			e->set = true;
		} else if ((v = strstr(line, "resolved to "))) {
			free(e->state); e->state = xstrdup("resolved");
			free(e->detail); e->detail = xstrdup(v + 12);
			e->set = true;
		} else if (strstr(line, "not resolved, defaulting to zero")) {
			free(e->state); e->state = xstrdup("weak-zero");
		}
	}
}

static int on_print(enum libbpf_print_level lvl, const char *fmt, va_list ap)
{
	if (opt.bench)
		return 0;
	char s[4096];
	int n = vsnprintf(s, sizeof(s), fmt, ap);
	if (n < 0)
		return 0;
	if (n >= (int)sizeof(s))
		n = sizeof(s) - 1;
	while (n && (s[n - 1] == '\n' || s[n - 1] == ' '))
		s[--n] = 0;
	// "libbpf: " is put in front of every message by libbpf itself
	char *m = !strncmp(s, "libbpf: ", 8) ? s + 8 : s;
	bool warn = lvl == LIBBPF_WARN;

	if (opt.logs)
		fprintf(stderr, "%s%s: %s\n", P.keep_going ? "[2] " : "", warn ? "warn" : lvl == LIBBPF_INFO ? "info" : "debug", m);
	if (warn) {
		if (!P.first_warn && !strstr(m, "truncated to"))
			P.first_warn = xstrdup(m);
		free(P.last_warn);
		P.last_warn = xstrdup(m);
		b_puts(&P.warn, m);
		b_puts(&P.warn, "\n");
	}
	if (!P.keep_going)
		note_ext(m, warn);

	char *q;
	if (!strncmp(m, "sec '", 5) && (q = strstr(m, "': found ")) && strstr(q, "CO-RE relocations")) {
		*q = 0;
		snprintf(P.cur_sec, sizeof(P.cur_sec), "%s", m + 5);
		*q = '\'';
	}
	if (warn && strstr(m, "failed to perform CO-RE relocations"))
		P.core_failed = true;
	if (warn && !strncmp(m, "struct_ops", 10) && !P.core_started)
		P.struct_ops_failed = true;

	if (P.cur) {
		// one line per candidate while a relocation is being computed
		char *c;
		int ci = -1;
		if (lvl == LIBBPF_DEBUG && (c = strstr(m, "matching candidate #"))) {
			int off = 0;
			if (sscanf(c, "matching candidate #%d %n", &ci, &off) == 1 && off && ci >= 0 && ci < P.cur->ncands) {
				bool no = c >= m + 4 && !strncmp(c - 4, "non-", 4);
				P.cur->cands[ci].match = !no;
				free(P.cur->cands[ci].spec);
				P.cur->cands[ci].spec = xstrdup(c + off);
			}
		}
		if (warn) {
			b_puts(&P.cur->log, m);
			b_puts(&P.cur->log, "\n");
		}
	} else if (warn) {
		// failures outside the two wrapped steps name the relocation
		char *r = strstr(m, "': relo #");
		int idx;
		if (!strncmp(m, "prog '", 6) && r && sscanf(r, "': relo #%d:", &idx) == 1 && strstr(r, "target candidate search failed")) {
			struct relo *x = find_relo(P.cur_sec, idx);
			if (x) { b_puts(&x->log, m); b_puts(&x->log, "\n"); }
		}
		if (!strncmp(m, "prog '", 6) && r && sscanf(r, "': relo #%d: failed to relocate", &idx) == 1 && strstr(r, "failed to relocate")) {
			struct relo *x = find_relo(P.cur_sec, idx);
			if (x && x->st == ST_UNSEEN) {
				x->st = ST_ERROR;
				x->stage = "search";
				x->rc = -EINVAL;
				x->prog = strndup(m + 6, r - m - 6);
			}
		}
	}
	return 0;
}

// ---------------------------------------------------------------------------
// the two CO-RE steps
static int mod_of(const struct btf *b)
{
	if (b == vmlinux || opt.custom)
		return -1;
	// module BTFs are created by libbpf in the order we enumerate them, but
	// it hands out no name; tell them apart by their contents
	uint32_t n;
	const void *raw = btf__raw_data(b, &n);
	for (int i = 0; raw && i < nmods; i++)
		if (mods[i].len == n && !memcmp(mods[i].data, raw, n))
			return i;
	return -2;
}

static const char *btf_name(const struct btf *b)
{
	static const struct btf *last;
	static int last_m;
	if (b != last) { last = b; last_m = mod_of(b); }
	return last_m >= 0 ? mods[last_m].name : last_m == -1 ? "vmlinux" : "?";
}

static const char *tname(const struct btf *b, uint32_t id)
{
	const struct btf_type *t = btf__type_by_id(b, id);
	return t ? btf__name_by_offset(b, t->name_off) : NULL;
}

static char *fmt_spec(const struct core_spec *s)
{
	static char big[65536];
	bpf_core_format_spec(big, sizeof(big), s);
	return xstrdup(big);
}

static void selfcheck_layout(const struct core_spec *s, const struct core_rec *r)
{
	if (s->root_type_id != r->type_id || (uint32_t)s->kind != r->kind || s->len < 0 || s->len > SPEC_MAX ||
	    s->raw_len < 0 || s->raw_len > SPEC_MAX)
		die("this libbpf's internal structures differ from the ones this program knows");
}

int __wrap_bpf_core_calc_relo_insn(const char *prog, const struct core_rec *rec, int idx, const struct btf *local,
				   struct core_cands *cands, struct core_spec *specs, struct core_res *res)
{
	P.ncalc++;
	if (opt.bench)
		return __real_bpf_core_calc_relo_insn(prog, rec, idx, local, cands, specs, res);

	struct relo *r = find_relo(P.cur_sec, idx);
	if (!r)
		die("relocation #%d of section '%s' is not in .BTF.ext as this program reads it", idx, P.cur_sec);
	if (r->neutral) {
		memset(res, 0, sizeof(*res));
		P.cur_failed = true;
		P.cur = r;
		return 0;
	}
	if (memcmp(rec, &r->rec, sizeof(*rec)))
		die("relocation #%d of section '%s' does not match .BTF.ext", idx, P.cur_sec);
	// a second pass starts over
	free(r->prog);
	r->prog = xstrdup(prog);
	r->log.n = 0;
	r->patched = false;
	r->have_targ = r->have_res = false;
	r->ncands = cands ? cands->len : 0;
	r->nmatch = 0;
	r->cands = calloc(r->ncands + 1, sizeof(*r->cands));
	for (int i = 0; i < r->ncands; i++) {
		struct cand_info *c = &r->cands[i];
		const char *nm = tname(cands->v[i].btf, cands->v[i].id);
		c->btf = btf_name(cands->v[i].btf);
		c->id = cands->v[i].id;
		snprintf(c->kind, sizeof(c->kind), "%s", btf_kind_name(btf__type_by_id(cands->v[i].btf, c->id)));
		c->name = xstrdup(nm ? nm : "");
		c->match = -1;
	}
	// libbpf narrows the list in place; a failed step must not leave it half done
	struct core_cand *save = NULL;
	if (r->ncands) {
		save = xrealloc(NULL, sizeof(*save) * r->ncands);
		memcpy(save, cands->v, sizeof(*save) * r->ncands);
	}

	P.cur = r;
	P.cur_failed = false;
	int rc = __real_bpf_core_calc_relo_insn(prog, rec, idx, local, cands, specs, res);
	r->rc = rc;
	for (int i = 0; i < r->ncands; i++)
		r->nmatch += r->cands[i].match == 1;
	if (rc) {
		r->st = ST_ERROR;
		r->stage = "resolve";
		P.cur = NULL;
		if (P.keep_going) {
			if (save)
				memcpy(cands->v, save, sizeof(*save) * r->ncands);
			memset(res, 0, sizeof(*res));
			P.cur_failed = true;
			P.cur = r;
			rc = 0;
		}
		free(save);
		return rc;
	}
	free(save);
	selfcheck_layout(&specs[0], rec);
	r->res = *res;
	r->have_res = true;
	if (r->nmatch) {
		const struct core_spec *t = &specs[2];
		r->have_targ = true;
		r->targ_id = t->root_type_id;
		r->targ_btf = btf_name(t->btf);
		r->targ_spec = fmt_spec(t);
		r->targ_bit_off = t->bit_offset;
		struct buf a = { 0 };
		for (int i = 0; i < t->raw_len; i++)
			b_fmt(&a, i ? ":%d" : "%d", t->raw[i]);
		r->targ_access = a.p;
	}
	return 0;
}

#define POISON_IMM 195896080
static bool is_poison(const struct bpf_insn *i) { return i->code == (BPF_JMP | BPF_CALL) && i->imm == POISON_IMM && !i->src_reg; }

int __wrap_bpf_core_patch_insn(const char *prog, struct bpf_insn *insn, int insn_idx, const struct core_rec *rec,
			       int idx, const struct core_res *res)
{
	P.npatch++;
	if (opt.bench)
		return __real_bpf_core_patch_insn(prog, insn, insn_idx, rec, idx, res);
	struct relo *r = P.cur;
	P.cur = NULL;
	if (!r)
		die("instruction patched without a relocation");
	r->prog_insn = insn_idx;
	if (P.cur_failed)
		return 0;
	bool wide = insn->code == (BPF_LD | BPF_IMM | BPF_DW);
	r->ninsn = wide ? 2 : 1;
	memcpy(r->before, insn, sizeof(*insn) * r->ninsn);
	P.cur = r;
	int rc = __real_bpf_core_patch_insn(prog, insn, insn_idx, rec, idx, res);
	P.cur = NULL;
	r->rc = rc;
	memcpy(r->after, insn, sizeof(*insn) * r->ninsn);
	r->patched = rc == 0;
	if (rc) {
		r->st = ST_ERROR;
		r->stage = "patch";
		memcpy(insn, r->before, sizeof(*insn) * r->ninsn);
		return P.keep_going ? 0 : rc;
	}
	r->st = is_poison(insn) ? ST_POISON : ST_OK;
	return 0;
}

void *__wrap_hashmap__new(void *a, void *b, void *c)
{
	P.t_core0 = now_ms();
	P.ncalc = 0;
	return __real_hashmap__new(a, b, c);
}
void __wrap_hashmap__free(void *m)
{
	// libbpf keeps the per-type candidate lists in a map that lives exactly
	// as long as the CO-RE step does
	if (P.ncalc) {
		P.t_core += now_ms() - P.t_core0;
		P.core_started = true;
		P.ncalc = 0;
	}
	__real_hashmap__free(m);
}

// ---------------------------------------------------------------------------
// the kernel, as seen by libbpf
struct btf *__wrap_btf__load_vmlinux_btf(void)
{
	if (vmlinux_shared)
		return vmlinux;
	double t = now_ms();
	vmlinux = btf__parse(opt.running_btf ? opt.running_btf : opt.btf_path, NULL);
	P.t_vmlinux += now_ms() - t;
	if (!vmlinux)
		return NULL;
	vmlinux_cnt = btf__type_cnt(vmlinux);
	vmlinux_shared = true;
	return vmlinux;
}
void __wrap_btf__free(struct btf *b)
{
	if (!b || (b == vmlinux && vmlinux_shared))
		return;
	__real_btf__free(b);
}
static bool hide_sym(const struct btf *b, uint32_t kind)
{
	(void)b;
	return P.keep_going && (kind == BTF_KIND_FUNC || kind == BTF_KIND_VAR);
}
int32_t __wrap_btf__find_by_name_kind(const struct btf *b, const char *n, uint32_t kind)
{
	return b == vmlinux && hide_sym(b, kind) ? -ENOENT : __real_btf__find_by_name_kind(b, n, kind);
}
int32_t __wrap_btf__find_by_name_kind_own(const struct btf *b, const char *n, uint32_t kind)
{
	return hide_sym(b, kind) ? -ENOENT : __real_btf__find_by_name_kind_own(b, n, kind);
}

static FILE *mem_file(const char *s, size_t n)
{
	return n ? fmemopen((void *)s, n, "r") : __real_fopen64("/dev/null", "r");
}

FILE *__wrap_fopen64(const char *path, const char *mode)
{
	if (!strcmp(path, "/proc/kallsyms")) {
		if (P.keep_going || !opt.kallsyms)
			return mem_file("", 0);
		return __real_fopen64(opt.kallsyms, "re");
	}
	if (strstr(path, "event_source/devices/kprobe/type"))
		return mem_file("8\n", 2);
	// the BTF files named on the command line; nothing else of this machine
	if (!strcmp(path, opt.btf_path) || (opt.running_btf && !strcmp(path, opt.running_btf)))
		return __real_fopen64(path, mode);
	errno = ENOENT;
	return NULL;
}
FILE *__wrap_fopen(const char *path, const char *mode) { return __wrap_fopen64(path, mode); }

gzFile __wrap_gzopen64(const char *path, const char *mode)
{
	(void)mode;
	if (strncmp(path, "/proc/config.gz", 15)) {
		errno = ENOENT;
		return NULL;
	}
	return __real_gzopen64(P.keep_going || !opt.kconfig ? "/dev/null" : opt.kconfig, "re");
}
gzFile __wrap_gzopen(const char *path, const char *mode) { return __wrap_gzopen64(path, mode); }

int __wrap_uname(struct utsname *u)
{
	memset(u, 0, sizeof(*u));
	strcpy(u->sysname, "Linux");
	strcpy(u->machine, "offline");
	snprintf(u->release, sizeof(u->release), "%s", P.keep_going ? "6.0.0" : opt.kver ? opt.kver : "unknown");
	snprintf(u->version, sizeof(u->version), "%s", opt.kver_text && !P.keep_going ? opt.kver_text : "");
	return 0;
}

int __wrap_faccessat(int d, const char *path, int mode, int flags)
{
	if (!strcmp(path, "/proc/version_signature")) {
		errno = ENOENT;
		return -1;
	}
	return __real_faccessat(d, path, mode, flags);
}

// file descriptors handed to libbpf
struct fake { char kind; int id; uint32_t value_size; };
static struct fake fakes[65536];

static int fake_fd(char kind, int id, uint32_t sz)
{
	int fd = __real_syscall(SYS_memfd_create, "oracle", 1 /* MFD_CLOEXEC */);
	if (fd < 0 || fd >= (int)(sizeof(fakes) / sizeof(*fakes)))
		die("out of file descriptors");
	fakes[fd] = (struct fake){ kind, id, sz };
	return fd;
}

static long sys_bpf(int cmd, union bpf_attr *a, unsigned size)
{
	switch (cmd & 0xffff /* newer libbpf puts flags above */) {
	case BPF_PROG_LOAD: {
		const struct bpf_insn *in = (void *)(uintptr_t)a->insns;
		P.loads++;
		// "does the kernel have bpf_get_attach_cookie()?"
		if (!opt.cookie && a->insn_cnt == 2 && in[0].code == (BPF_JMP | BPF_CALL) && in[0].imm == 174) {
			errno = EINVAL;
			return -1;
		}
		// newer libbpf asks for the refusal text of an out-of-range arena offset
		if (!strncmp(a->prog_name, "global_reloc", 12)) {
			if (a->log_buf && a->log_size)
				snprintf((char *)(uintptr_t)a->log_buf, a->log_size, "invalid access to map value pointer");
			errno = EACCES;
			return -1;
		}
		return fake_fd('p', 0, 0);
	}
	case BPF_MAP_CREATE: {
		int fd = fake_fd('m', 0, a->value_size);
		uint64_t len = (uint64_t)(a->value_size ? a->value_size : 4096) + 4096;
		if (a->map_type == 33 /* arena: max_entries counts pages */)
			len = (uint64_t)a->max_entries * 4096;
		if (ftruncate(fd, (len + 4095) & ~4095ull)) {}
		return fd;
	}
	case BPF_MAP_UPDATE_ELEM:
		if (a->map_fd < 65536 && fakes[a->map_fd].kind == 'm' && a->value) {
			if (pwrite(a->map_fd, (void *)(uintptr_t)a->value, fakes[a->map_fd].value_size, 0)) {}
		}
		return 0;
	case BPF_MAP_FREEZE:
	case BPF_OBJ_PIN:
	case BPF_PROG_BIND_MAP:
		return 0;
	case BPF_BTF_LOAD:
		return fake_fd('b', -1, 0);
	case BPF_BTF_GET_NEXT_ID:
		// id 1 is vmlinux, 2... are the modules
		if ((int)a->start_id > nmods) {
			errno = ENOENT;
			return -1;
		}
		a->next_id = a->start_id + 1;
		return 0;
	case BPF_BTF_GET_FD_BY_ID:
		if (!a->btf_id || (int)a->btf_id > nmods + 1) {
			errno = ENOENT;
			return -1;
		}
		return fake_fd('b', a->btf_id, 0);
	case BPF_OBJ_GET_INFO_BY_FD: {
		int fd = a->info.bpf_fd;
		if (fd < 0 || fd >= 65536 || fakes[fd].kind != 'b') {
			errno = EINVAL;
			return -1;
		}
		struct bpf_btf_info *i = (void *)(uintptr_t)a->info.info;
		if (fakes[fd].id < 1) // something libbpf has just loaded itself
			return 0;
		struct module *m = fakes[fd].id >= 2 ? &mods[fakes[fd].id - 2] : NULL;
		const char *nm = m ? m->name : "vmlinux";
		if (i->name && i->name_len)
			snprintf((char *)(uintptr_t)i->name, i->name_len, "%s", nm);
		if (i->btf && m)
			memcpy((void *)(uintptr_t)i->btf, m->data, m->len < i->btf_size ? m->len : i->btf_size);
		i->btf_size = m ? m->len : 0;
		i->id = fakes[fd].id;
		i->name_len = strlen(nm);
		i->kernel_btf = 1;
		return 0;
	}
	case BPF_OBJ_GET:
	case 36 /* BPF_TOKEN_CREATE */:
		errno = ENOENT;
		return -1;
	}
	(void)size;
	errno = EINVAL;
	return -1;
}

long __wrap_syscall(long nr, ...)
{
	va_list ap;
	long a[6];
	va_start(ap, nr);
	for (int i = 0; i < 6; i++)
		a[i] = va_arg(ap, long);
	va_end(ap);
	if (nr == SYS_bpf)
		return sys_bpf(a[0], (void *)a[1], a[2]);
	if (nr == SYS_perf_event_open && opt.sys_wrapper)
		return fake_fd('e', 0, 0);
	if (nr == SYS_dup3 && a[0] >= 0 && a[0] < 65536 && a[1] >= 0 && a[1] < 65536)
		fakes[a[1]] = fakes[a[0]];
	if (nr == SYS_memfd_create || nr == SYS_dup3)
		return __real_syscall(nr, a[0], a[1], a[2]);
	errno = EPERM;
	return -1;
}

// ---------------------------------------------------------------------------
static bool prog_wanted(const struct bpf_program *p)
{
	return !opt.only || !strcmp(bpf_program__name(p), opt.only);
}

struct outcome { int open_rc, load_rc; bool opened, loaded, prepared_only; char *first_warn, *last_warn; };

static struct outcome run_pass(bool keep_going, struct bpf_object **keep)
{
	struct outcome o = { 0 };
	struct bpf_program *p;
	struct bpf_map *m;

	P.keep_going = keep_going;
	P.cur = NULL;
	P.warn.n = 0;
	P.first_warn = P.last_warn = NULL;
	P.core_started = P.core_failed = P.struct_ops_failed = false;
	P.cur_sec[0] = 0;
	P.t_core = 0;

	LIBBPF_OPTS(bpf_object_open_opts, oo, .object_name = "obj");
	if (opt.custom)
		oo.btf_custom_path = opt.btf_path;
	if (opt.extra_kconfig && !keep_going)
		oo.kconfig = opt.extra_kconfig;
	double t0 = now_ms();
	struct bpf_object *obj = bpf_object__open_mem(img, img_len, &oo);
	if (!obj) {
		o.open_rc = -errno;
		goto out;
	}
	o.opened = true;
	bpf_object__for_each_program(p, obj) {
		if (opt.all || opt.only)
			bpf_program__set_autoload(p, prog_wanted(p));
	}
	bpf_object__for_each_map(m, obj)
		bpf_map__set_pin_path(m, NULL);
	if (opt.force_prepare || (img_swap && keep_going)) {
		if (bpf_object__prepare) {
			o.prepared_only = true;
			o.load_rc = bpf_object__prepare(obj);
		} else {
			o.load_rc = -ENOSYS;
		}
	} else {
		o.load_rc = bpf_object__load(obj);
	}
	o.loaded = o.load_rc == 0;
out:
	P.t_total = now_ms() - t0;
	o.first_warn = P.first_warn;
	o.last_warn = P.last_warn;
	if (keep)
		*keep = obj;
	else if (obj)
		bpf_object__close(obj);
	return o;
}

// edits of the in-memory object for the second pass
static void weaken_externs(void)
{
	Elf64_Ehdr *eh = (void *)img;
	Elf64_Shdr *sh = (void *)(img + g64(&eh->e_shoff));
	for (int i = 0; i < nsecs; i++) {
		if (g32(&sh[i].sh_type) != SHT_SYMTAB)
			continue;
		for (size_t o = 0; o + sizeof(Elf64_Sym) <= secs[i].size; o += sizeof(Elf64_Sym)) {
			Elf64_Sym *s = (void *)(img + secs[i].off + o);
			if (ELF64_ST_TYPE(s->st_info) == STT_NOTYPE && !g16(&s->st_shndx) && ELF64_ST_BIND(s->st_info) == STB_GLOBAL)
				s->st_info = ELF64_ST_INFO(STB_WEAK, STT_NOTYPE);
		}
	}
}

static void rename_struct_ops(void)
{
	// the map sections are no longer recognised; the programs stay
	for (int i = 0; i < nsecs; i++) {
		char *n = (char *)secs[i].name;
		if (!strcmp(n, ".struct_ops") || !strcmp(n, ".struct_ops.link"))
			n[1] = 'x';
	}
	for (size_t o = 0; o < btf_strs_len; o += strlen((char *)img + btf_strs + o) + 1) {
		char *n = (char *)img + btf_strs + o;
		if (!strcmp(n, ".struct_ops") || !strcmp(n, ".struct_ops.link"))
			n[1] = 'x';
	}
}

static bool neutralise(struct relo *r)
{
	// any string that ends in "0" will do as access string
	for (size_t o = 1; o + 1 < btf_strs_len; o++)
		if (img[btf_strs + o] == '0' && !img[btf_strs + o + 1]) {
			r->neutral = true;
			p32(img + r->file_off + 4, 1);
			p32(img + r->file_off + 8, o);
			p32(img + r->file_off + 12, BPF_CORE_TYPE_ID_LOCAL);
			return true;
		}
	return false;
}

// ---------------------------------------------------------------------------
static struct func *func_at(int sec, uint64_t off)
{
	struct func *best = NULL;
	for (int i = 0; i < nfuncs; i++)
		if (funcs[i].sec == sec && funcs[i].off <= off && off < funcs[i].off + funcs[i].size)
			best = &funcs[i];
	return best;
}

static void out_log(struct buf *b, const char *key, struct buf *log)
{
	b_key(b, key);
	b_puts(b, "[");
	char *s = log->p, *e;
	for (int n = 0; s && log->n && (e = strchr(s, '\n')); s = e + 1, n++) {
		*e = 0;
		if (n) b_puts(b, ",");
		b_str(b, s);
		*e = '\n';
	}
	b_puts(b, "]");
}

static void out_relo(struct buf *b, struct relo *r, const struct btf *local, bool autoload_known, bool autoload)
{
	static const char *stn[] = { "skipped", "ok", "poisoned", "error" };
	struct func *f = r->sec_idx > 0 ? func_at(r->sec_idx, r->rec.insn_off) : NULL;
	b_puts(b, "{");
	b_kstr(b, "t", "relo");
	b_kstr(b, "sec", r->sec);
	b_kint(b, "idx", r->idx);
	b_kint(b, "insn_off", r->rec.insn_off);
	b_kstr(b, "prog", r->prog ? r->prog : f ? f->name : NULL);
	b_kint(b, "prog_insn", r->prog_insn >= 0 ? r->prog_insn : f ? (long long)(r->rec.insn_off - f->off) / 8 : -1);
	if (autoload_known) b_kbool(b, "autoload", autoload);
	b_kstr(b, "kind", kind_name(r->rec.kind));
	b_kint(b, "kind_num", r->rec.kind);

	b_key(b, "local");
	b_puts(b, "{");
	b_kint(b, "id", r->rec.type_id);
	const struct btf_type *t = local ? btf__type_by_id(local, r->rec.type_id) : NULL;
	b_kstr(b, "kind", t ? btf_kind_name(t) : NULL);
	b_kstr(b, "name", t ? btf__name_by_offset(local, t->name_off) : NULL);
	b_kstr(b, "access", at_str(btf_strs, btf_strs_len, r->rec.access_str_off));
	struct core_spec *sp = calloc(1, sizeof(*sp));
	if (t && !bpf_core_parse_spec("", local, &r->rec, sp)) {
		char *s = fmt_spec(sp);
		b_kstr(b, "spec", s);
		free(s);
	} else {
		b_kstr(b, "spec", NULL);
	}
	free(sp);
	b_puts(b, "}");

	b_kstr(b, "status", stn[r->st]);
	if (r->st == ST_ERROR) {
		b_kstr(b, "stage", r->stage);
		b_kint(b, "rc", r->rc);
	}
	b_kint(b, "ncands", r->ncands);
	b_kint(b, "nmatch", r->nmatch);
	b_key(b, "cands");
	b_puts(b, "[");
	for (int i = 0; i < r->ncands; i++) {
		struct cand_info *c = &r->cands[i];
		if (i) b_puts(b, ",");
		b_puts(b, "{");
		b_kstr(b, "btf", c->btf);
		b_kint(b, "id", c->id);
		b_kstr(b, "kind", c->kind);
		b_kstr(b, "name", c->name);
		b_key(b, "match");
		b_puts(b, c->match < 0 ? "null" : c->match ? "true" : "false");
		b_kstr(b, "spec", c->spec);
		b_puts(b, "}");
	}
	b_puts(b, "]");
	if (r->have_targ) {
		b_key(b, "target");
		b_puts(b, "{");
		b_kstr(b, "btf", r->targ_btf);
		b_kint(b, "id", r->targ_id);
		b_kstr(b, "access", r->targ_access ? r->targ_access : "");
		b_kint(b, "bit_off", r->targ_bit_off);
		b_kstr(b, "spec", r->targ_spec);
		b_puts(b, "}");
	}
	if (r->have_res) {
		b_key(b, "orig_val"); b_fmt(b, "%llu", (unsigned long long)r->res.orig_val);
		b_key(b, "new_val"); b_fmt(b, "%llu", (unsigned long long)r->res.new_val);
		b_kbool(b, "poison", r->res.poison);
		b_kbool(b, "validate", r->res.validate);
		b_key(b, "memsz");
		b_fmt(b, "{\"orig\":%u,\"new\":%u,\"fail\":%s}", r->res.orig_sz, r->res.new_sz, r->res.fail_memsz ? "true" : "false");
	}
	if (r->ninsn && r->have_res) {
		b_key(b, "before"); b_hex(b, r->before, 8 * r->ninsn);
		if (r->patched) { b_key(b, "after"); b_hex(b, r->after, 8 * r->ninsn); }
	}
	out_log(b, "log", &r->log);
	b_end(b);
}

// instructions as libbpf left them, with the numbers that differ from run to run
// (map and BTF file descriptors) replaced: a map by its index in the object (-1
// where nothing was created), a BTF by 0 (vmlinux) or 1 (some module)
static void out_insns(struct buf *b, struct bpf_object *obj, struct bpf_program *p)
{
	size_t n = bpf_program__insn_cnt(p);
	struct bpf_insn *in = xrealloc(NULL, n * sizeof(*in));
	memcpy(in, bpf_program__insns(p), n * sizeof(*in));
	for (size_t i = 0; i + 1 < n; i++) {
		if (in[i].code != (BPF_LD | BPF_IMM | BPF_DW))
			continue;
		if (in[i].src_reg == BPF_PSEUDO_MAP_FD || in[i].src_reg == BPF_PSEUDO_MAP_VALUE) {
			struct bpf_map *m;
			int k = 0, at = -1;
			bpf_object__for_each_map(m, obj) {
				if (bpf_map__fd(m) >= 0 && bpf_map__fd(m) == in[i].imm)
					at = k;
				k++;
			}
			in[i].imm = at;
		} else if (in[i].src_reg == BPF_PSEUDO_BTF_ID) {
			in[i + 1].imm = !!in[i + 1].imm;
		}
		i++;
	}
	b_hex(b, in, n * sizeof(*in));
	free(in);
}

// copy of the object with the CO-RE step (and nothing else) done
static void emit_obj(const char *path, const uint8_t *orig)
{
	uint8_t *c = xrealloc(NULL, img_len);
	memcpy(c, orig, img_len);
	for (int i = 0; i < nrelos; i++) {
		struct relo *r = &relos[i];
		if (!r->patched || r->sec_idx <= 0)
			continue;
		for (int k = 0; k < r->ninsn; k++) {
			size_t o = (size_t)r->rec.insn_off + 8 * k;
			if (o + 8 > secs[r->sec_idx].size)
				continue;
			struct bpf_insn in = r->after[k];
			if (img_swap) {
				uint8_t regs = in.dst_reg << 4 | in.src_reg;
				in.off = __builtin_bswap16(in.off);
				in.imm = __builtin_bswap32(in.imm);
				memcpy((uint8_t *)&in + 1, &regs, 1);
			}
			memcpy(c + secs[r->sec_idx].off + o, &in, 8);
		}
	}
	FILE *f = __real_fopen64(path, "wb");
	if (!f || fwrite(c, 1, img_len, f) != img_len || fclose(f))
		die("%s: %s", path, strerror(errno));
	free(c);
}

static const char *stage_of(const struct outcome *o, const char *warns)
{
	if (!o->opened) return "open";
	if (o->loaded) return "done";
	if (P.core_failed) return "core";
	if (strstr(warns, "failed to find kernel BTF type ID")) return "attach";
	if (P.core_started) return "later";
	if (P.struct_ops_failed) return "struct_ops";
	if (strstr(warns, "extern ") || strstr(warns, "Kconfig") || strstr(warns, "kallsyms")) return "externs";
	if (strstr(warns, "vmlinux BTF")) return "vmlinux_btf";
	return "other";
}

static void bench(void)
{
	for (int i = 0; i < opt.bench; i++) {
		// every round parses the target BTF again, as a fresh process would
		if (vmlinux_shared) {
			vmlinux_shared = false;
			__real_btf__free(vmlinux);
			vmlinux = NULL;
		}
		P.t_vmlinux = 0;
		P.npatch = 0;
		struct outcome o = run_pass(false, NULL);
		printf("{\"t\":\"bench\",\"round\":%d,\"btf_parse_ms\":%.3f,\"core_ms\":%.3f,\"total_ms\":%.3f,\"relos\":%d,\"load_rc\":%d,\"peak_kb\":%ld}\n",
		       i, P.t_vmlinux, P.t_core, P.t_total, P.npatch, o.load_rc, peak_kb());
	}
}

// One argument list per line (arguments parted by tabs), each answered in a child
// process of its own; all lines share the parsed VMLINUX_BTF given with --preload.
// After each answer: {"t":"end","line":N,"status":exit status, 128+signal if killed}.
static int answer(int argc, char **argv);

static int batch(const char *path)
{
	size_t n;
	char *s = (char *)read_file(path, &n);
	s = xrealloc(s, n + 1);
	s[n] = 0;
	for (int line = 1; *s; line++) {
		char *eol = strchr(s, '\n'), *argv[256];
		int argc = 1;
		if (eol) *eol = 0;
		argv[0] = "relo-oracle";
		for (char *t = strtok(s, "\t"); t && argc < 255; t = strtok(NULL, "\t"))
			argv[argc++] = t;
		argv[argc] = NULL;
		fflush(NULL);
		pid_t p = fork();
		int st = 0;
		if (p < 0)
			die("fork: %s", strerror(errno));
		if (!p) {
			optind = 0; // getopt starts over
			exit(answer(argc, argv));
		}
		waitpid(p, &st, 0);
		printf("{\"t\":\"end\",\"line\":%d,\"status\":%d}\n", line, WIFEXITED(st) ? WEXITSTATUS(st) : 128 + WTERMSIG(st));
		if (!eol)
			break;
		s = eol + 1;
	}
	return 0;
}

static void preload(const char *path)
{
	libbpf_set_print(on_print);
	opt.btf_path = path;
	if (__wrap_btf__load_vmlinux_btf())
		opt.preloaded = path;
}

static const char usage[] =
	"usage: relo-oracle [options] OBJECT.o VMLINUX_BTF [MODULE_BTF...]\n"
	"  --module NAME=FILE     module BTF (split BTF over VMLINUX_BTF) with an explicit name\n"
	"  --btf-mode MODE        kernel (default): as on a machine running that kernel\n"
	"                         custom: as with bpf_object_open_opts.btf_custom_path\n"
	"  --running-btf FILE     with custom: BTF of the running kernel, which libbpf still uses\n"
	"                         for everything but CO-RE (default: VMLINUX_BTF)\n"
	"  --kconfig FILE         kernel config, plain or gzip (default: none)\n"
	"  --extra-kconfig TEXT   bpf_object_open_opts.kconfig\n"
	"  --kver X.Y.Z           uname -r of the kernel (default: from the config's header)\n"
	"  --kver-text TEXT       uname -v of the kernel (Debian puts the real version there)\n"
	"  --kallsyms FILE        /proc/kallsyms of the kernel (default: empty)\n"
	"  --no-cookie            kernel without bpf_get_attach_cookie()\n"
	"  --no-syscall-wrapper   kernel without __<arch>_sys_ wrappers\n"
	"  --all                  also programs that libbpf would not load by default\n"
	"  --prog NAME            only this program (and the subprograms, always)\n"
	"  --prepare              stop after bpf_object__prepare() (libbpf >= 1.6)\n"
	"  --strict-only          stop where libbpf stops; no second pass\n"
	"  --insns                print the instructions of every program as left by libbpf\n"
	"  --emit FILE            write the object with CO-RE applied and nothing else\n"
	"  --logs                 libbpf's log on stderr\n"
	"  --bench N              only time N rounds\n"
	"  --preload FILE         parse this VMLINUX_BTF once for all lines of a batch\n"
	"  --batch FILE           one argument list per line, parted by tabs\n"
	"  --version              version of the libbpf inside\n";

static int answer(int argc, char **argv)
{
	static const struct option lo[] = {
		{ "module", 1, 0, 'm' }, { "btf-mode", 1, 0, 'M' }, { "kconfig", 1, 0, 'c' }, { "extra-kconfig", 1, 0, 'C' },
		{ "kver", 1, 0, 'v' }, { "kver-text", 1, 0, 'V' }, { "kallsyms", 1, 0, 'k' }, { "no-cookie", 0, 0, 'o' },
		{ "no-syscall-wrapper", 0, 0, 'w' }, { "all", 0, 0, 'a' }, { "prog", 1, 0, 'p' }, { "prepare", 0, 0, 'P' },
		{ "strict-only", 0, 0, 's' }, { "insns", 0, 0, 'i' }, { "emit", 1, 0, 'e' }, { "logs", 0, 0, 'l' },
		{ "preload", 1, 0, 'L' }, { "batch", 1, 0, 'B' }, { "version", 0, 0, 'n' },
		{ "bench", 1, 0, 'b' }, { "running-btf", 1, 0, 'r' }, { "help", 0, 0, 'h' }, { 0 },
	};
	int c;
	while ((c = getopt_long(argc, argv, "", lo, NULL)) != -1) {
		switch (c) {
		case 'm': {
			char *eq = strchr(optarg, '=');
			if (!eq) die("--module wants NAME=FILE");
			mods = xrealloc(mods, sizeof(*mods) * (nmods + 1));
			mods[nmods] = (struct module){ .name = strndup(optarg, eq - optarg), .path = eq + 1 };
			nmods++;
			break;
		}
		case 'M': opt.custom = !strcmp(optarg, "custom"); break;
		case 'c': opt.kconfig = optarg; break;
		case 'C': opt.extra_kconfig = optarg; break;
		case 'v': opt.kver = optarg; break;
		case 'V': opt.kver_text = optarg; break;
		case 'k': opt.kallsyms = optarg; break;
		case 'o': opt.cookie = false; break;
		case 'w': opt.sys_wrapper = false; break;
		case 'a': opt.all = true; break;
		case 'p': opt.only = optarg; break;
		case 'P': opt.force_prepare = true; break;
		case 's': opt.strict_only = true; break;
		case 'i': opt.insns = true; break;
		case 'e': opt.emit = optarg; break;
		case 'l': opt.logs = true; break;
		case 'r': opt.running_btf = optarg; break;
		case 'b': opt.bench = atoi(optarg); break;
		case 'L': preload(optarg); break;
		case 'B': return batch(optarg);
		case 'n': printf("relo-oracle libbpf %s\n", SDK_NAME); return 0;
		default: fputs(usage, stderr); return 2;
		}
	}
	if (argc - optind < 2) {
		fputs(usage, stderr);
		return 2;
	}
	opt.obj_path = argv[optind];
	opt.btf_path = argv[optind + 1];
	// a preloaded BTF is for exactly the kernel it was read from
	if (opt.preloaded && strcmp(opt.preloaded, opt.running_btf ? opt.running_btf : opt.btf_path))
		vmlinux_shared = false;
	for (int i = optind + 2; i < argc; i++) {
		const char *n = strrchr(argv[i], '/');
		char *nm = xstrdup(n ? n + 1 : argv[i]);
		char *dot = strstr(nm, ".btf");
		if (!dot) dot = strstr(nm, ".ko");
		if (dot) *dot = 0;
		mods = xrealloc(mods, sizeof(*mods) * (nmods + 1));
		mods[nmods++] = (struct module){ .name = nm, .path = argv[i] };
	}
	for (int i = 0; i < nmods; i++) {
		mods[i].data = read_file(mods[i].path, &mods[i].len);
		// a .ko works too: libbpf takes the raw bytes, so cut .BTF out of it
		if (mods[i].len > 64 && !memcmp(mods[i].data, ELFMAG, 4)) {
			uint8_t *d = mods[i].data;
			Elf64_Ehdr *eh = (void *)d;
			Elf64_Shdr *sh = (void *)(d + eh->e_shoff);
			for (int k = 0; k < eh->e_shnum; k++)
				if (!strcmp((char *)d + sh[eh->e_shstrndx].sh_offset + sh[k].sh_name, ".BTF")) {
					memmove(d, d + sh[k].sh_offset, mods[i].len = sh[k].sh_size);
					break;
				}
		}
	}
	if (opt.kconfig && !opt.kver) {
		gzFile g = __real_gzopen64(opt.kconfig, "re");
		char ln[512], ver[64];
		for (int i = 0; g && i < 10 && gzgets(g, ln, sizeof(ln)); i++)
			if (sscanf(ln, "# Linux/%*s %63s Kernel Configuration", ver) == 1)
				opt.kver = xstrdup(ver);
		if (g) gzclose(g);
	}

	img = read_file(opt.obj_path, &img_len);
	libbpf_set_print(on_print);
	parse_elf();
	if (opt.bench) {
		bench();
		return 0;
	}
	uint8_t *orig = xrealloc(NULL, img_len);
	memcpy(orig, img, img_len);

	struct buf b = { 0 };
	b_puts(&b, "{");
	b_kstr(&b, "t", "meta");
	b_kstr(&b, "libbpf", libbpf_version_string());
	b_kstr(&b, "sdk", SDK_NAME);
	b_kstr(&b, "host_endian", __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__ ? "big" : "little");
	b_kstr(&b, "obj", opt.obj_path);
	b_kstr(&b, "obj_endian", img_be ? "big" : "little");
	b_kstr(&b, "btf", opt.btf_path);
	b_kstr(&b, "btf_mode", opt.custom ? "custom" : "kernel");
	b_kint(&b, "modules", nmods);
	b_kstr(&b, "kver", opt.kver);
	b_kint(&b, "relos", nrelos);
	b_kint(&b, "externs", nexts);
	b_end(&b);

	// pass 1: exactly what libbpf does
	struct bpf_object *obj = NULL;
	struct outcome s = run_pass(false, &obj);
	const char *stage = stage_of(&s, P.warn.p ? P.warn.p : "");
	double t_core = P.t_core, t_total = P.t_total;
	struct buf strict_warn = { 0 };
	if (P.warn.n) b_add(&strict_warn, P.warn.p, P.warn.n);
	int strict_seen = 0;
	for (int i = 0; i < nrelos; i++)
		strict_seen += relos[i].st != ST_UNSEEN;
	struct relo *culprit = NULL;
	for (int i = 0; i < nrelos && !culprit; i++)
		if (relos[i].st == ST_ERROR)
			culprit = &relos[i];
	int culprit_idx = culprit ? (int)(culprit - relos) : -1;

	// externs, from pass 1
	const struct btf *local = obj ? bpf_object__btf(obj) : NULL;
	struct btf *own = NULL;
	if (!local && btf_len)
		local = own = btf__new(orig + btf_off, btf_len);
	const uint8_t *kval = NULL;
	size_t kval_len = 0;
	struct bpf_map *m;
	if (obj)
		bpf_object__for_each_map(m, obj)
			if (strstr(bpf_map__name(m), ".kconfig"))
				kval = bpf_map__initial_value(m, &kval_len);
	for (int i = 0; i < nexts; i++) {
		struct ext *e = &exts[i];
		const char *where = NULL, *bkind = NULL;
		int64_t sz = -1;
		for (uint32_t id = 1; local && id < btf__type_cnt(local); id++) {
			const struct btf_type *t = btf__type_by_id(local, id);
			if (!btf_is_datasec(t))
				continue;
			const char *sn = btf__name_by_offset(local, t->name_off);
			if (strcmp(sn, ".kconfig") && strcmp(sn, ".ksyms"))
				continue;
			const struct btf_var_secinfo *v = btf_var_secinfos(t);
			for (uint32_t k = 0; k < btf_vlen(t); k++, v++)
				if (!strcmp(tname(local, v->type) ?: "", e->name)) {
					where = sn;
					bkind = btf_kind_name(btf__type_by_id(local, v->type));
					if (!strcmp(sn, ".kconfig"))
						sz = btf__resolve_size(local, btf__type_by_id(local, v->type)->type);
				}
		}
		// libbpf rewrites the BTF of ksym functions while opening; look at the original
		bool is_func = false, typed = false;
		struct btf *ob = btf__new(orig + btf_off, btf_len);
		for (uint32_t id = 1; ob && id < btf__type_cnt(ob); id++) {
			const struct btf_type *t = btf__type_by_id(ob, id);
			if ((!btf_is_func(t) && !btf_is_var(t)) || strcmp(btf__name_by_offset(ob, t->name_off), e->name))
				continue;
			is_func = btf_is_func(t);
			const struct btf_type *u = btf__type_by_id(ob, t->type);
			while (u && (btf_is_mod(u) || btf_is_typedef(u)))
				u = btf__type_by_id(ob, u->type);
			typed = is_func || (u && !btf_is_void(u));
			bkind = is_func ? "func" : "var";
			if (!where)
				where = NULL;
		}
		if (ob) __real_btf__free(ob);
		// a func's name is not found through .ksyms any more
		if (!where && is_func)
			where = ".ksyms";
		b_puts(&b, "{");
		b_kstr(&b, "t", "extern");
		b_kstr(&b, "name", e->name);
		b_kstr(&b, "kind", !where ? "unknown" : !strcmp(where, ".kconfig") ? "kconfig" :
			is_func ? "kfunc" : typed ? "ksym-typed" : "ksym-untyped");
		b_kbool(&b, "weak", e->weak);
		b_kstr(&b, "decl", bkind);
		b_kstr(&b, "status", e->state ? e->state : s.opened ? (e->weak ? "weak-zero" : "unresolved") : "not-tried");
		b_kstr(&b, "value", e->detail);
		if (kval && e->kcfg_off >= 0 && sz > 0 && (size_t)(e->kcfg_off + sz) <= kval_len) {
			b_key(&b, "bytes");
			b_hex(&b, kval + e->kcfg_off, sz);
		}
		out_log(&b, "log", &e->log);
		b_end(&b);
	}

	// programs, from pass 1
	struct bpf_program *p;
	struct { const char *name; bool al; } *al = NULL;
	int nal = 0;
	if (obj) {
		bpf_object__for_each_program(p, obj) {
			al = xrealloc(al, sizeof(*al) * (nal + 1));
			al[nal].name = xstrdup(bpf_program__name(p));
			al[nal++].al = bpf_program__autoload(p);
			b_puts(&b, "{");
			b_kstr(&b, "t", "prog");
			b_kstr(&b, "name", bpf_program__name(p));
			b_kstr(&b, "sec", bpf_program__section_name(p));
			b_kint(&b, "type", bpf_program__type(p));
			b_kbool(&b, "autoload", bpf_program__autoload(p));
			b_kint(&b, "insn_cnt", bpf_program__insn_cnt(p));
			// after loading: with subprograms appended and externs, maps filled in
			if (opt.insns && bpf_program__insns(p)) {
				b_key(&b, "insns");
				out_insns(&b, obj, p);
			}
			b_end(&b);
		}
	}

	// pass 2: past the first failure
	bool second = false;
	const char *second_note = NULL;
	if (!opt.strict_only && s.opened && nrelos && !s.loaded && (P.core_failed || !P.core_started)) {
		bool so = P.struct_ops_failed;
		second = true;
		weaken_externs();
		if (so)
			rename_struct_ops();
		for (int tries = 0; tries < 200; tries++) {
			run_pass(true, NULL);
			// a record that fails before its computation starts stops libbpf for good
			struct relo *x = NULL;
			for (int i = 0; i < nrelos; i++)
				if (relos[i].st == ST_ERROR && !strcmp(relos[i].stage, "search") && !relos[i].neutral)
					x = &relos[i];
			if (!x || !P.core_failed || !neutralise(x))
				break;
		}
		if (P.core_failed)
			second_note = "second pass also stopped in the CO-RE step";
		else if (!P.core_started)
			second_note = "second pass did not reach the CO-RE step";
	}
	int n[4] = { 0 };
	for (int i = 0; i < nrelos; i++) {
		bool known = false, on = false;
		struct relo *r = &relos[i];
		struct func *f = r->sec_idx > 0 ? func_at(r->sec_idx, r->rec.insn_off) : NULL;
		const char *pn = r->prog ? r->prog : f ? f->name : "";
		for (int j = 0; j < nal; j++)
			if (!strcmp(al[j].name, pn)) { known = true; on = al[j].al; }
		out_relo(&b, r, local, known, on);
		n[r->st]++;
	}
	if (opt.emit)
		emit_obj(opt.emit, orig);

	b_puts(&b, "{");
	b_kstr(&b, "t", "result");
	b_kstr(&b, "strict_stage", stage);
	b_kint(&b, "strict_rc", !s.opened ? s.open_rc : s.load_rc);
	b_kstr(&b, "strict_first_warn", s.first_warn);
	b_kint(&b, "strict_relos_done", strict_seen);
	b_kint(&b, "strict_failed_relo", culprit_idx);
	b_kbool(&b, "second_pass", second);
	b_kstr(&b, "second_note", second_note);
	b_kint(&b, "ok", n[ST_OK]);
	b_kint(&b, "poisoned", n[ST_POISON]);
	b_kint(&b, "error", n[ST_ERROR]);
	b_kint(&b, "skipped", n[ST_UNSEEN]);
	b_key(&b, "btf_parse_ms"); b_fmt(&b, "%.2f", P.t_vmlinux);
	b_key(&b, "core_ms"); b_fmt(&b, "%.2f", t_core);
	b_key(&b, "total_ms"); b_fmt(&b, "%.2f", t_total);
	b_kint(&b, "peak_kb", peak_kb());
	out_log(&b, "strict_warn", &strict_warn);
	b_end(&b);
	(void)own;
	return 0;
}

int main(int argc, char **argv)
{
	if (!bpf_object__prepare)
		die("libbpf %s has no bpf_object__prepare(): 1.6 or newer is needed", SDK_NAME);
	return answer(argc, argv);
}
