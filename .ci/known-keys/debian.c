/*
 * Regenerates the RSA keys that OpenSSL 0.9.8c-1 to 0.9.8g-8 of Debian could make (CVE-2008-0166).
 *
 * Debian's patch left the process id as the only thing that differed between two runs of the random number generator,
 * so there are 32,768 keys for each length, kind of machine and way in which the generator was started:
 *
 *   rnd        `openssl req` or `genrsa` with a file ~/.rnd
 *   nornd-old  without it, by older versions such as 0.9.8c of etch, where the absent file was "mixed in" all the same
 *   nornd-new  without it, by newer versions such as 0.9.8g of lenny
 *
 * Prints `<process id> <SHA-256 of the big-endian modulus>` for each id from FIRST to LAST, or the modulus itself:
 *
 *   cc -O3 -march=native debian.c -o debian -lcrypto
 *   ./debian {le32|le64|be32} {rnd|nornd-old|nornd-new} BITS FIRST LAST [modulus]
 *
 * What is computed is what that OpenSSL computed, with two short cuts that change nothing: a candidate is tested with
 * the base 2 instead of a random one (the random numbers are drawn all the same), and two keys are made at a time.
 */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/bn.h>
#include <openssl/sha.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* crypto/rand/md_rand.c: the size of the pool, which is not a multiple of anything on purpose. */
enum { POOL = 1023, DIGEST = SHA_DIGEST_LENGTH, PRIMES = 2048, MAX_BYTES = 256 };

struct machine {
  const char *name;
  int is_big_endian, size_of_long, size_of_stat;
};

static const struct machine MACHINES[] = {{"le32", 0, 4, 88}, {"le64", 0, 8, 144}, {"be32", 1, 4, 88}};

/* The generator with its state, for one process. */
struct generator {
  const struct machine *machine;
  uint8_t pool[POOL + DIGEST], digest[DIGEST];
  uint64_t drawn, added;
  int index, filled, is_started;
  uint32_t pid;
};

static int put(uint8_t *out, uint64_t value, int size, int is_big_endian) {
  for (int i = 0; i < size; i++) out[i] = value >> 8 * (is_big_endian ? size - 1 - i : i);
  return size;
}

static int put_counts(const struct generator *g, uint8_t *out, uint64_t added) {
  int size = g->machine->size_of_long, big = g->machine->is_big_endian;
  return put(out, g->drawn, size, big) + put(out + size, added, size, big);
}

/* Copies `length` bytes of the pool, of which `end` are in use, around its end. */
static int copy_pool(const struct generator *g, uint8_t *out, int from, int length, int end) {
  for (int i = 0; i < length; i++) out[i] = g->pool[(from + i) % end];
  return length;
}

/* RAND_add. What is added does not matter: that is the bug. Only how much of it does. */
static void add(struct generator *g, int length) {
  uint8_t local[DIGEST], message[128];
  int at = g->index;
  uint64_t count = g->added;
  memcpy(local, g->digest, DIGEST);
  g->index += length;
  if (g->index >= POOL) {
    g->index %= POOL;
    g->filled = POOL;
  } else if (g->filled < POOL && g->index > g->filled) {
    g->filled = g->index;
  }
  g->added += (length + DIGEST - 1) / DIGEST;
  for (int done = 0; done < length; done += DIGEST) {
    int part = length - done < DIGEST ? length - done : DIGEST, size = DIGEST;
    memcpy(message, local, DIGEST);
    size += copy_pool(g, message + size, at, part, POOL);
    size += put_counts(g, message + size, count++);
    SHA1(message, size, local);
    for (int i = 0; i < part; i++) {
      g->pool[at] ^= local[i];
      at = (at + 1) % POOL;
    }
  }
  for (int i = 0; i < DIGEST; i++) g->digest[i] ^= local[i];
}

/* RAND_poll: 32 bytes of /dev/urandom, the process id, the user id, the time. */
static void poll(struct generator *g) {
  add(g, 32);
  for (int i = 0; i < 3; i++) add(g, g->machine->size_of_long);
}

/* RAND_bytes */
static void draw(struct generator *g, uint8_t *out, int length) {
  uint8_t local[DIGEST], message[128];
  if (!g->is_started) {
    poll(g);
    g->is_started = 1;
  }
  if (g->is_started == 1) {
    for (int rest = POOL; rest > 0; rest -= DIGEST) add(g, DIGEST);
    g->is_started = 2;
  }
  int at = g->index, end = g->filled, groups = (length + DIGEST / 2 - 1) / (DIGEST / 2), is_first = 1;
  uint8_t counts[128];
  int counts_size = put_counts(g, counts, g->added);
  memcpy(local, g->digest, DIGEST);
  g->index += groups * (DIGEST / 2);
  if (g->index > g->filled) g->index %= g->filled;
  g->drawn += 1;
  while (length > 0) {
    int part = length < DIGEST / 2 ? length : DIGEST / 2, size = 0;
    if (is_first && g->pid != 0) size += put(message, g->pid, 4, g->machine->is_big_endian);
    is_first = 0;
    memcpy(message + size, local, DIGEST);
    size += DIGEST;
    memcpy(message + size, counts, counts_size);
    size += counts_size;
    size += copy_pool(g, message + size, at, DIGEST / 2, end);
    SHA1(message, size, local);
    for (int i = 0; i < DIGEST / 2; i++) {
      g->pool[at] ^= local[i];
      at = (at + 1) % end;
    }
    memcpy(out, local + DIGEST / 2, part);
    out += part;
    length -= part;
  }
  SHA_CTX sha;
  SHA1_Init(&sha);
  SHA1_Update(&sha, counts, counts_size);
  SHA1_Update(&sha, local, DIGEST);
  SHA1_Update(&sha, g->digest, DIGEST);
  SHA1_Final(g->digest, &sha);
}

static void start(struct generator *g, const struct machine *machine, const char *way, uint32_t pid) {
  memset(g, 0, sizeof *g);
  g->machine = machine;
  g->pid = pid;
  if (strcmp(way, "nornd-new") != 0) add(g, machine->size_of_stat); /* what stat() said of ~/.rnd */
  if (strcmp(way, "rnd") == 0) {
    add(g, 1024); /* the file itself */
  } else {
    poll(g); /* RAND_status() */
    g->is_started = 1;
  }
}

/* bnrand of a whole number of bytes */
static void draw_number(struct generator *g, uint8_t *out, int bytes) {
  add(g, g->machine->size_of_long); /* the time */
  draw(g, out, bytes);
}

static uint32_t primes[PRIMES];
/* For each byte of a number, 256^place mod prime. */
static uint16_t weights[MAX_BYTES][PRIMES];

static void prepare(void) {
  int count = 0;
  for (uint32_t n = 2; count < PRIMES; n++) {
    int is_prime = 1;
    for (int i = 0; i < count && primes[i] * primes[i] <= n && is_prime; i++) is_prime = n % primes[i] != 0;
    if (is_prime) primes[count++] = n;
  }
  for (int i = 0; i < PRIMES; i++) {
    uint32_t weight = 1;
    for (int place = 0; place < MAX_BYTES; place++, weight = weight * 256 % primes[i]) weights[place][i] = weight;
  }
}

/* probable_prime: the first number from a random one on that is neither 0 nor 1 modulo any small odd prime. */
static void draw_candidate(struct generator *g, uint8_t *number, int bytes) {
  static uint32_t rests[PRIMES];
  uint64_t delta = 0;
  draw_number(g, number, bytes);
  number[0] |= 0xc0;
  number[bytes - 1] |= 1;
  memset(rests, 0, sizeof rests);
  for (int place = 0; place < bytes; place++) {
    uint32_t digit = number[bytes - 1 - place];
    for (int i = 0; i < PRIMES; i++) rests[i] += digit * weights[place][i];
  }
  for (int i = 1; i < PRIMES; i++) rests[i] %= primes[i];
  for (int i = 1; i < PRIMES; i++) {
    if ((rests[i] + delta) % primes[i] <= 1) {
      delta += 2;
      i = 0;
    }
  }
  for (int i = bytes - 1; delta > 0 && i >= 0; i--) {
    delta += number[i];
    number[i] = delta;
    delta >>= 8;
  }
}

/* BN_pseudo_rand_range, which draws until the number is below `candidate` - 1. */
static void draw_base(struct generator *g, const uint8_t *candidate, int bytes) {
  uint8_t range[MAX_BYTES], base[MAX_BYTES];
  memcpy(range, candidate, bytes);
  range[bytes - 1] -= 1; /* it is odd */
  do draw_number(g, base, bytes);
  while (memcmp(base, range, bytes) >= 0);
}

/* One key in the making. */
struct lane {
  struct generator generator;
  uint8_t candidate[MAX_BYTES];
  BIGNUM *number, *minus_one, *power, *p;
  BN_MONT_CTX *mont;
  uint32_t pid;
  int is_busy;
};

static BN_CTX *ctx;
static BIGNUM *two;

static void next_candidate(struct lane *lane, int bytes) {
  draw_candidate(&lane->generator, lane->candidate, bytes);
  draw_base(&lane->generator, lane->candidate, bytes);
  BN_bin2bn(lane->candidate, bytes, lane->number);
  BN_copy(lane->minus_one, lane->number);
  BN_sub_word(lane->minus_one, 1);
  BN_MONT_CTX_set(lane->mont, lane->number, ctx);
}

static int prints_modulus;

static void print_key(const struct lane *lane) {
  BIGNUM *modulus = BN_new();
  uint8_t bytes[2 * MAX_BYTES], hash[SHA256_DIGEST_LENGTH];
  BN_mul(modulus, lane->p, lane->number, ctx);
  int size = BN_bn2bin(modulus, bytes);
  SHA256(bytes, size, hash);
  BN_free(modulus);
  const uint8_t *shown = prints_modulus ? bytes : hash;
  printf("%u ", lane->pid);
  for (int i = 0; i < (prints_modulus ? size : SHA256_DIGEST_LENGTH); i++) printf("%02x", shown[i]);
  printf("\n");
}

/* Goes on with a lane after its candidate was tested. True when the key is finished. */
static int advance(struct lane *lane, int bytes) {
  if (!BN_is_one(lane->power)) return 0;
  /* BN_prime_checks_for_size: how many bases a prime of this size is tested with */
  int checks = bytes * 8 >= 1300 ? 2 : bytes * 8 >= 850 ? 3 : bytes * 8 >= 650 ? 4 : 5;
  for (int i = 1; i < checks; i++) draw_base(&lane->generator, lane->candidate, bytes);
  /* A prime that does not go with the exponent 65537 is dropped. */
  if (BN_mod_word(lane->minus_one, 65537) == 0) return 0;
  if (BN_is_zero(lane->p)) {
    BN_copy(lane->p, lane->number);
    return 0;
  }
  print_key(lane);
  return 1;
}

int main(int argc, char **argv) {
  const struct machine *machine = NULL;
  for (int i = 0; argc >= 6 && i < 3; i++) {
    if (strcmp(argv[1], MACHINES[i].name) == 0) machine = &MACHINES[i];
  }
  if (machine == NULL) {
    fprintf(stderr, "usage: debian {le32|le64|be32} {rnd|nornd-old|nornd-new} BITS FIRST LAST [modulus]\n");
    return 2;
  }
  prints_modulus = argc > 6;
  int bytes = atoi(argv[3]) / 16;
  uint32_t next = atoi(argv[4]), last = atoi(argv[5]);
  prepare();
  ctx = BN_CTX_new();
  two = BN_new();
  BN_set_word(two, 2);
  struct lane lanes[2];
  for (int i = 0; i < 2; i++) {
    lanes[i] = (struct lane){.number = BN_new(), .minus_one = BN_new(), .power = BN_new(), .p = BN_new(),
                             .mont = BN_MONT_CTX_new()};
  }
  for (;;) {
    for (int i = 0; i < 2; i++) {
      if (!lanes[i].is_busy && next <= last) {
        lanes[i].pid = next++;
        lanes[i].is_busy = 1;
        start(&lanes[i].generator, machine, argv[2], lanes[i].pid);
        BN_zero(lanes[i].p);
      }
      if (lanes[i].is_busy) next_candidate(&lanes[i], bytes);
    }
    if (!lanes[0].is_busy && !lanes[1].is_busy) return 0;
    /* The last key may have no company: it is then tested twice. */
    const struct lane *a = &lanes[lanes[0].is_busy ? 0 : 1], *b = &lanes[lanes[1].is_busy ? 1 : 0];
    BN_mod_exp_mont_consttime_x2(lanes[0].power, two, a->minus_one, a->number, a->mont, lanes[1].power, two,
                                 b->minus_one, b->number, b->mont, ctx);
    for (int i = 0; i < 2; i++) {
      if (lanes[i].is_busy && advance(&lanes[i], bytes)) lanes[i].is_busy = 0;
    }
  }
}
