// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Expressions that pick sites: class:~"HashMap.*" & !frame:"org.junit." & live>1MB.
(function (jdhat) {
  'use strict';

  const { BLANK, Cursor, FilterError, WORDS, MEASURES, FIELDS, STATES, COMPARISONS } =
    jdhat.filterWords;
  const DEPTH_MAX = 200;
  const LENGTH_MAX = 10000;

  /** Reads one expression, from left to right. */
  class Parser {
    constructor(text) {
      this.cursor = new Cursor(text);
      this.depth = 0;
      this.compares = false;
    }

    parse() {
      const test = this.either();
      if (!this.cursor.atEnd()) {
        throw this.wrong(`expected & or |, and found ${this.cursor.here()}`);
      }
      return test;
    }

    either() {
      const tests = [this.both()];
      while (this.cursor.take('|')) {
        tests.push(this.both());
      }
      return tests.length === 1 ? tests[0] : subject => tests.some(test => test(subject));
    }

    both() {
      const tests = [this.one()];
      while (this.cursor.take('&')) {
        tests.push(this.one());
      }
      return tests.length === 1 ? tests[0] : subject => tests.every(test => test(subject));
    }

    one() {
      if (++this.depth > DEPTH_MAX) {
        throw this.wrong('the expression is nested too deep');
      }
      let test;
      if (this.cursor.take('!')) {
        const negated = this.one();
        test = subject => !negated(subject);
      } else if (this.cursor.take('(')) {
        test = this.either();
        if (!this.cursor.take(')')) {
          throw this.wrong(`expected ), and found ${this.cursor.here()}`);
        }
      } else {
        test = this.test();
      }
      this.depth--;
      return test;
    }

    test() {
      const start = this.cursor.next();
      const word = this.cursor.word();
      if (word === '') {
        throw this.wrong('expected a test such as class:"HashMap" or live>1MB, and found '
          + this.cursor.here());
      }
      if (this.cursor.take(':')) {
        return this.textTest(word, start);
      }
      return this.cursor.sees('<>=!') ? this.figureTest(word, start) : this.stateTest(word, start);
    }

    textTest(word, start) {
      if (!FIELDS.includes(word)) {
        throw this.unknown(word, start, FIELDS);
      }
      const matches = this.cursor.take('~') ? this.pattern() : containing(this.cursor.string());
      return word === 'class' || word === 'package' ? typeTest(word, matches)
        : frameTest(word, matches);
    }

    pattern() {
      const start = this.cursor.next();
      const expression = this.cursor.string();
      try {
        const compiled = regularExpression(expression);
        return text => compiled.test(text);
      } catch (e) {
        throw this.cursor.wrong(`"${expression}" is no regular expression, `
          + e.message.replace(/^Invalid regular expression: .*: /, ''), start);
      }
    }

    figureTest(word, start) {
      const prefix = ['was.', 'more.'].find(each => word.startsWith(each)) || '';
      this.compares = this.compares || prefix !== '';
      const measure = word.slice(prefix.length).replace(/^live\b/, 'end');
      if (!Object.hasOwn(MEASURES, measure)) {
        throw this.unknown(word, start, Object.keys(MEASURES).map(each => prefix + each));
      }
      const sign = Object.keys(COMPARISONS).find(each => this.cursor.take(each));
      if (!sign) {
        throw this.wrong(`expected <, <=, =, !=, >= or >, and found ${this.cursor.here()}`);
      }
      return comparing(prefix, measure, COMPARISONS[sign], this.amount(measure));
    }

    amount(measure) {
      const start = this.cursor.next();
      const found = this.cursor.here();
      const amount = this.cursor.amount(MEASURES[measure]);
      if (Number.isNaN(amount)) {
        throw this.cursor.wrong(`${measure} is ${WORDS[MEASURES[measure]]}, found ${found}`, start);
      }
      return amount;
    }

    stateTest(word, start) {
      if (!STATES.includes(word)) {
        throw this.unknown(word, start, [...FIELDS.map(field => `${field}:`),
          ...Object.keys(MEASURES), ...STATES]);
      }
      this.compares = true;
      return subject => subject.state === word;
    }

    unknown(word, start, known) {
      return this.cursor.wrong(`there is no ${word}, there are ${known.join(', ')};`, start);
    }

    wrong(what) {
      return this.cursor.wrong(what, this.cursor.next());
    }
  }

  const containing = part => whole => whole.includes(part);

  /**
   * Java's regular expressions as far as a browser's mean the same; what they do not share is an
   * error rather than another meaning.
   */
  function regularExpression(expression) {
    const flags = /^\(\?i\)/.test(expression) ? 'i' : '';
    const source = expression.slice(flags ? 4 : 0).replace(/\\Q(.*?)(\\E|$)/gs,
      (all, literal) => literal.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
    const other = unshared(source);
    if (other) {
      throw new SyntaxError(`this page does not know ${other}`);
    }
    return new RegExp(source, /\\[pP]\{/.test(source) ? `${flags}u` : flags);
  }

  /** The first thing in it that only Java knows, or null. */
  function unshared(source) {
    let inClass = false;
    for (let i = 0; i < source.length; i++) {
      const two = source.slice(i, i + 2);
      if (source[i] === '\\') {
        if (/[a-zA-Z]/.test(two[1] || '') && !'dDwWsSbBnrtfcuxpPk'.includes(two[1])) {
          return two;
        }
        i++;
      } else if (inClass && (source[i] === '[' || two === '&&')) {
        return two === '&&' ? '&& in a class of characters' : 'a class in a class of characters';
      } else {
        inClass = source[i] === '[' || inClass && source[i] !== ']';
      }
    }
    return null;
  }

  function typeTest(field, matches) {
    const results = new WeakMap();
    return ({ profile, point }) => {
      const known = memo(results, profile.types);
      const type = profile.type[point];
      if (known[type] === 0) {
        const name = profile.types[type];
        const text = field === 'class' ? name : name.slice(0, Math.max(0, name.lastIndexOf('.')));
        known[type] = matches(text) ? 1 : 2;
      }
      return known[type] === 1;
    };
  }

  /** Looks at each frame of the table once. */
  function frameTest(field, matches) {
    const results = new WeakMap();
    return ({ profile, point }) => {
      const known = memo(results, profile.frames);
      const first = profile.stackStart[point] + profile.named[point];
      const end = profile.stackStart[point + 1];
      const from = field === 'root' ? Math.max(first, end - 1) : first;
      const to = field === 'leaf' ? Math.min(end, first + 1) : end;
      for (let at = from; at < to; at++) {
        const frame = profile.stacks[at];
        if (known[frame] === 0) {
          known[frame] = matches(profile.frames[frame]) ? 1 : 2;
        }
        if (known[frame] === 1) {
          return true;
        }
      }
      return false;
    };
  }

  function memo(results, table) {
    let known = results.get(table);
    if (!known) {
      known = new Int8Array(table.length);
      results.set(table, known);
    }
    return known;
  }

  function comparing(prefix, measure, holds, limit) {
    const now = subject => valueIn(subject, 'now', measure);
    const then = subject => valueIn(subject, 'before', measure);
    const value = prefix === 'was.' ? then : prefix === 'more.'
      ? subject => now(subject) - then(subject) : now;
    return subject => holds(value(subject), limit);
  }

  /** What is not there has no bytes and no blocks; its mean size is unknown. */
  function valueIn(subject, when, measure) {
    const at = subject[when];
    if (at) {
      return value(at.profile, at.point, measure);
    }
    const counts = MEASURES[measure] === 'bytes' && measure !== 'size'
      || MEASURES[measure] === 'blocks';
    return subject.pair && counts ? 0 : NaN;
  }

  const KEYS = { total: 'tb', 'total.blocks': 'tbk', peak: 'gb', 'peak.blocks': 'gbk', end: 'eb',
    'end.blocks': 'ebk', max: 'mb', 'max.blocks': 'mbk' };

  /** A figure of a site in the unit of its kind; NaN when it is not known. */
  function value(profile, i, measure) {
    if (measure in KEYS) {
      return profile[KEYS[measure]] ? profile[KEYS[measure]][i] : NaN;
    }
    const blocks = profile.tbk[i];
    if (measure === 'size') {
      return profile.tb[i] / blocks;
    }
    if (measure === 'lifetime') {
      return profile.lives(i) ? profile.tl[i] / blocks : NaN;
    }
    if (measure === 'temporary') {
      return 100 * profile.temporary(i) / blocks;
    }
    const ages = profile.ages(i, 'survivorAges');
    return ages ? ages[2] : NaN;
  }

  /**
   * An expression: { text, compares, accepts(subject) }; an empty one accepts every site. A subject
   * is { profile, point } of the texts, now: the same of the later profile and before: of the
   * earlier one, and of two profiles pair: true and its state.
   *
   * @throws FilterError when it cannot be read; the message ends with the place on two lines
   */
  function parse(text) {
    if ([...text].every(c => BLANK.test(c))) {
      return { text: '', compares: false, accepts: () => true };
    }
    if (text.length > LENGTH_MAX) {
      throw new FilterError(`an expression has at most ${LENGTH_MAX} characters, and this one has `
        + text.length, LENGTH_MAX);
    }
    const parser = new Parser(text);
    const accepts = parser.parse();
    return { text: text.trim(), compares: parser.compares, accepts };
  }

  /** A text as an expression has it. */
  function quoted(text) {
    return `"${text.replace(/["\\]/g, '\\$&')}"`;
  }

  /** An expression with one more test that must hold. */
  function withTest(expression, test) {
    const text = expression.trim();
    return text === '' ? test : `${text.includes('|') ? `(${text})` : text} & ${test}`;
  }

  jdhat.filter = { parse, value, quoted, withTest, FilterError };
})(globalThis.jdhat = globalThis.jdhat || {});
