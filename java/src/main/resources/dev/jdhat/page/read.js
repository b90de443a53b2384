// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Bytes to a page document: unpacks, parses, and says in one sentence what is wrong.
(function (jdhat) {
  'use strict';

  /** A browser holds no longer text. */
  const LONGEST = 512 * 1024 * 1024 - 32;
  const RECORDING = 0x89;

  /** Something that is wrong with a file, as a sentence for the reader. */
  class Problem extends Error {}

  /** The bytes of a base64 text. */
  function fromBase64(text) {
    if (Uint8Array.fromBase64) {
      return Uint8Array.fromBase64(text);
    }
    const binary = atob(text);
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < bytes.length; i++) {
      bytes[i] = binary.charCodeAt(i);
    }
    return bytes;
  }

  /**
   * Reads a file that may be gzipped: { profile, … }, which a DHAT file alone becomes as well.
   *
   * @param blob bytes as a Blob or File
   * @param name what messages call it
   * @throws Problem when it is neither
   */
  async function read(blob, name) {
    const start = new Uint8Array(await blob.slice(0, 2).arrayBuffer());
    if (start[0] === RECORDING) {
      throw new Problem(`${name} is a recording, not a DHAT file; make a page of it with`
        + ' jdhat html.');
    }
    const packed = start[0] === 0x1f && start[1] === 0x8b;
    if (!packed && blob.size > LONGEST) {
      throw tooLarge(name);
    }
    const document = parse(packed ? await unpacked(blob, name) : await blob.text(), name);
    const isPage = document !== null && typeof document === 'object' && 'profile' in document
      && !('dhatFileVersion' in document);
    return isPage ? document : { profile: document };
  }

  async function unpacked(blob, name) {
    let bytes;
    try {
      bytes = await new Response(blob.stream().pipeThrough(new DecompressionStream('gzip')))
        .arrayBuffer();
    } catch (e) {
      throw e instanceof RangeError ? tooLarge(name)
        : new Problem(`${name} is damaged or cut off and cannot be unpacked; take another copy of`
          + ' it.');
    }
    if (bytes.byteLength > LONGEST) {
      throw tooLarge(name);
    }
    return new TextDecoder().decode(bytes);
  }

  function tooLarge(name) {
    return new Problem(`${name} is larger than a browser can read (512 MiB); make a page of it`
      + ' with jdhat html, which folds what is small.');
  }

  function parse(text, name) {
    try {
      return JSON.parse(text);
    } catch (e) {
      const at = /position (\d+)/.exec(e.message);
      if (/^Unexpected end|^Unterminated/.test(e.message)
        || at && Number(at[1]) >= text.trimEnd().length) {
        throw new Problem(`${name} is cut off: its JSON does not end; take another copy of it.`);
      }
      const place = /line (\d+) column (\d+)/.exec(e.message);
      throw new Problem(`${name} is not JSON`
        + `${place ? ` at line ${place[1]}, column ${place[2]}` : ''}; give a DHAT file.`);
    }
  }

  jdhat.read = { Problem, read, fromBase64 };
})(globalThis.jdhat = globalThis.jdhat || {});
