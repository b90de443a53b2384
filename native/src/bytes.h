// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

/* A growing byte buffer and the encodings of the recording (docs/recording-format.md,
 * "Encoding"). */
#ifndef JDHAT_BYTES_H
#define JDHAT_BYTES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct bytes {
	uint8_t *data;
	size_t length;
	size_t capacity;
	bool failed; /* memory ran out: what was put since then is missing */
};

void bytes_free(struct bytes *bytes);
void bytes_clear(struct bytes *bytes);
void bytes_put(struct bytes *bytes, const void *data, size_t n);
void bytes_put_u16(struct bytes *bytes, uint16_t value);
void bytes_put_u32(struct bytes *bytes, uint32_t value);
void bytes_put_u64(struct bytes *bytes, uint64_t value);
void bytes_put_varint(struct bytes *bytes, uint64_t value);
void bytes_put_svarint(struct bytes *bytes, int64_t value);
void bytes_put_text(struct bytes *bytes, const char *text);
/* value + 1, or 0 for COUNTER_UNKNOWN. */
#define COUNTER_UNKNOWN UINT64_MAX
void bytes_put_counter(struct bytes *bytes, uint64_t value);

/* Reads a varint at *position (before `end`) and moves it on; false when it is cut or too long. */
bool bytes_get_varint(const uint8_t **position, const uint8_t *end, uint64_t *value);

/* CRC-32 (zlib's) of n bytes, continuing from `crc` (0 at first). */
uint32_t bytes_crc32(uint32_t crc, const void *data, size_t n);

#endif
