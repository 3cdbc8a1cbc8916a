/* Types whose layout is hard to say in C; `btf dump --c --deps` must print them so that they compile to the same. */
typedef unsigned char u8;
typedef unsigned short u16;
typedef unsigned int u32;
typedef unsigned long long u64;

struct bits {
	u32 a : 3;
	u32 b : 7;
	u32 : 0;
	u32 c : 31;
	u32 d : 2;
	u8 e : 1;
	u64 f : 40;
	u64 g : 24;
	int h : 5;
};

struct packed_bits {
	u8 a : 3;
	u32 b : 30;
	u64 c : 41;
	u16 d;
} __attribute__((packed));

struct packed {
	u8 a;
	u64 b;
	u16 c;
} __attribute__((packed));

struct packed_aligned {
	u8 a;
	u32 b;
	u8 c[3];
} __attribute__((packed, aligned(4)));

struct aligned_member {
	u8 a;
	u8 b __attribute__((aligned(16)));
	u32 c __attribute__((aligned(8)));
	u8 d;
};

struct cache_line {
	u32 a;
} __attribute__((aligned(64)));

struct two_lines {
	u8 a;
	struct cache_line first;
	u8 b;
	struct cache_line second;
};

union padded {
	u8 a;
	u32 b;
	u8 c[9];
} __attribute__((aligned(32)));

enum small { SMALL_A, SMALL_B } __attribute__((packed));
enum large { LARGE_A = 0x100000000ULL, LARGE_B = ~0ULL };
enum negative { NEGATIVE = -1, POSITIVE = 1 };

struct enums {
	enum small small;
	enum small again;
	enum large large;
	enum negative negative;
	enum { INLINE_A, INLINE_B } in_line;
};

struct anonymous {
	u8 a;
	struct {
		u16 b;
		union {
			u32 c;
			struct {
				u8 d;
				u64 e;
			};
		};
	};
	union {
		u8 f;
		u64 g;
	} named;
};

struct callbacks {
	int (*simple)(void);
	void (*variadic)(const char *, ...);
	struct callbacks *(*(*nested)(struct callbacks *, int (*)(u8)))(u64);
	u8 (*const volatile table[3])(u16);
	const char *const *names;
	u8 (*row)[4][5];
};

struct flexible {
	u32 count;
	u16 tail[];
};

struct wide {
	u8 a;
	__int128 b;
	_Bool c;
	double d;
	float e;
};

struct empty {};

struct all {
	struct bits bits;
	struct packed_bits packed_bits;
	struct packed packed[2];
	struct packed_aligned packed_aligned;
	struct aligned_member aligned_member;
	struct two_lines two_lines;
	union padded padded;
	struct enums enums;
	struct anonymous anonymous;
	struct callbacks callbacks;
	struct wide wide;
	struct empty empty;
	u8 last;
	struct flexible flexible;
};

struct all all;
