// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// The words, texts and amounts of the filter language; docs/filter.md describes it, and
// tests/filter/vectors.json has what the command line and this page must agree on.
(function (jdhat) {
  'use strict';

  const BLANK = /[\t-\r\x1c-\x20\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]/;
  /** What a word of an expression cannot have; a quoted text can. */
  const ENDS_WORD = '&|()!<>=:~"';
  const SHOWN = 10;

  const K = 2 ** 10;
  const UNITS = {
    bytes: { '': 1, b: 1, k: K, kb: K, kib: K, m: K ** 2, mb: K ** 2, mib: K ** 2,
      g: K ** 3, gb: K ** 3, gib: K ** 3, t: K ** 4, tb: K ** 4, tib: K ** 4 },
    blocks: { '': 1 },
    micros: { us: 1, 'µs': 1, ms: 1e3, s: 1e6, min: 6e7, h: 3.6e9 },
    collections: { '': 1, gc: 1 },
    percent: { '': 1, '%': 1 },
  };
  const WORDS = {
    bytes: 'a number of bytes; write it like 512, 64kB or 1.5MB',
    blocks: 'a number of blocks; write it without a unit',
    micros: 'a time; write it with us, ms, s, min or h',
    collections: 'a number of collections; write it like 3gc',
    percent: 'a share of the blocks; write it like 90%',
  };

  /** A figure of a site that an expression can compare, and what it is a number of. */
  const MEASURES = {
    total: 'bytes', 'total.blocks': 'blocks', peak: 'bytes', 'peak.blocks': 'blocks',
    end: 'bytes', 'end.blocks': 'blocks', max: 'bytes', 'max.blocks': 'blocks', size: 'bytes',
    lifetime: 'micros', age: 'collections', temporary: 'percent',
  };
  const FIELDS = ['class', 'package', 'frame', 'leaf', 'root'];
  const STATES = ['new', 'gone', 'grown', 'shrunk', 'same', 'noise'];
  /** Each sign before those that it begins with. */
  const COMPARISONS = {
    '<=': (figure, limit) => figure <= limit,
    '>=': (figure, limit) => figure >= limit,
    '!=': (figure, limit) => figure < limit || figure > limit,
    '<': (figure, limit) => figure < limit,
    '>': (figure, limit) => figure > limit,
    '=': (figure, limit) => figure === limit,
  };

  /** An expression that cannot be read; position is the first character that is wrong. */
  class FilterError extends Error {
    constructor(message, position) {
      super(message);
      this.position = position;
    }
  }

  /** Where the reader of an expression stands, and what it takes from there. */
  class Cursor {
    constructor(text) {
      this.text = text;
      this.at = 0;
    }

    /** Moves on to what is no blank, and tells where that is. */
    next() {
      while (this.at < this.text.length && BLANK.test(this.text[this.at])) {
        this.at++;
      }
      return this.at;
    }

    atEnd() {
      return this.next() === this.text.length;
    }

    /** Moves over a sign if it is the next. */
    take(sign) {
      const there = this.text.startsWith(sign, this.next());
      this.at += there ? sign.length : 0;
      return there;
    }

    /** Whether one of these characters is the next. */
    sees(signs) {
      return !this.atEnd() && signs.includes(this.text[this.at]);
    }

    /** Empty when none is there. */
    word() {
      const start = this.next();
      return this.while(start, c => !BLANK.test(c) && !ENDS_WORD.includes(c));
    }

    while(start, fits) {
      while (this.at < this.text.length && fits(this.text[this.at])) {
        this.at++;
      }
      return this.text.slice(start, this.at);
    }

    /** A quoted text, in which \" and \\ stand for what follows the first \, or a word. */
    string() {
      if (!this.take('"')) {
        const word = this.word();
        if (word === '') {
          throw this.wrong('expected a text, in quotes if it is more than a word, and found '
            + this.here(), this.at);
        }
        return word;
      }
      const start = this.at - 1;
      let string = '';
      while (this.at < this.text.length && this.text[this.at] !== '"') {
        this.at += /^\\["\\]/.test(this.text.slice(this.at, this.at + 2)) ? 1 : 0;
        string += this.text[this.at++];
      }
      if (this.at === this.text.length) {
        throw this.wrong('a quoted text has no end', start);
      }
      this.at++;
      return string;
    }

    /** A number and its unit in the unit of a kind; NaN when it is none. */
    amount(kind) {
      const start = this.next();
      const digits = this.while(start, c => /[\p{Nd}.]/u.test(c) || this.at === start && c === '-');
      const unit = this.while(this.at, c => /[\p{L}%]/u.test(c)).toLowerCase();
      const number = /\d/.test(digits) ? Number(digits) : NaN;
      return Object.hasOwn(UNITS[kind], unit) ? number * UNITS[kind][unit] : NaN;
    }

    /** What stands here, for a message. */
    here() {
      if (this.atEnd()) {
        return 'the end';
      }
      const end = Math.min(this.text.length, this.at + SHOWN);
      return `"${this.text.slice(this.at, end)}${end < this.text.length ? '…' : ''}"`;
    }

    /** What is wrong at a position, with the expression and the place in it. */
    wrong(what, position) {
      return new FilterError([`${what} at character ${position + 1} of`,
        `  ${this.text.replace(/[\0-\x1f\x7f]/g, ' ')}`, `  ${' '.repeat(position)}^`].join('\n'),
      position);
    }
  }

  jdhat.filterWords = { BLANK, Cursor, FilterError, WORDS, MEASURES, FIELDS, STATES, COMPARISONS };
})(globalThis.jdhat = globalThis.jdhat || {});
