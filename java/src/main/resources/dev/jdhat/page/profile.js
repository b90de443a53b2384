// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// One DHAT file in columns: a number per program point, and stacks of indices into one table.
(function (jdhat) {
  'use strict';

  const ALWAYS = ['tb', 'tbk'];
  const LIFETIMES = ['mb', 'mbk', 'gb', 'gbk', 'eb', 'ebk', 'tl'];
  const ACCESSES = ['rb', 'wb'];
  const ADDRESS = /^0x[0-9a-fA-F]+: /;
  const CLASS = ' (class)';
  const KIND = ' (ad hoc)';

  /**
   * A profile; nothing in it changes. Columns are named as DHAT's keys and are NaN where a figure
   * is not known; a column that the file does not have is absent.
   */
  class Profile {
    /** @throws jdhat.read.Problem when something is missing or cannot be */
    constructor(document, name) {
      this.checker = new jdhat.check.Checker(name);
      this.checker.head(document);
      this.name = name;
      this.readHead(document);
      this.readFrames(document.ftbl);
      // Without two frames of one text there can be no two points of one stack.
      this.readPoints(this.extension || this.frames.length === this.frameOf.length ? document.pps
        : merged(document, this.frameOf, this.checker));
      this.readExtensions();
    }

    readHead(document) {
      this.mode = document.mode;
      this.verb = document.verb;
      this.command = document.cmd;
      this.pid = document.pid;
      this.timeUnit = document.tu;
      this.megaTimeUnit = document.Mtu;
      this.timeAtEnd = document.te;
      this.timeAtPeak = document.tg;
      this.shortLived = document.tuth;
      this.lifetimes = document.bklt;
      this.accesses = document.bkacc;
      this.bytesName = document.bsu || 'bytes';
      this.blocksName = document.bksu || 'blocks';
      const extension = document.jdhat;
      this.extension = extension && typeof extension === 'object' ? extension : null;
      this.sampled = Boolean(this.extension && this.extension.sampled);
    }

    /** Frames without addresses, each text once; frameOf leads from an index of the file here. */
    readFrames(table) {
      const known = new Map();
      this.frames = [];
      this.frameOf = new Int32Array(table.length);
      table.forEach((frame, i) => {
        const text = frame.replace(ADDRESS, '');
        let index = known.get(text);
        if (index === undefined) {
          index = this.frames.push(text) - 1;
          known.set(text, index);
        }
        this.frameOf[i] = index;
      });
    }

    readPoints(points) {
      const keys = ALWAYS.concat(this.lifetimes ? LIFETIMES : [], this.accesses ? ACCESSES : []);
      this.size = points.length;
      this.points = points;
      keys.forEach(key => { this[key] = new Float64Array(this.size); });
      this.stackStart = new Int32Array(this.size + 1);
      let length = 0;
      points.forEach((point, i) => {
        const where = ` (program point ${i})`;
        if (point === null || typeof point !== 'object') {
          throw this.checker.problem(`program point ${i} is not an object`);
        }
        for (const key of keys) {
          this[key][i] = key === 'tl' && point.tl === undefined ? 0
            : this.checker.number(point[key], key, where);
        }
        length += this.checker.list(point.fs, 'fs', where).length;
        this.stackStart[i + 1] = length;
      });
      this.readStacks(points, length);
    }

    readStacks(points, length) {
      this.stacks = new Int32Array(length);
      const frames = this.frameOf.length;
      for (let i = 0, at = 0; i < points.length; i++) {
        for (const index of points[i].fs) {
          if (!(index >= 0 && index < frames && Number.isInteger(index))) {
            this.checker.frame(index, frames, ` (program point ${i})`);
          }
          this.stacks[at++] = this.frameOf[index];
        }
      }
    }

    /** Classes, errors, and what is not known. */
    readExtensions() {
      const known = new Map([['', 0]]);
      this.types = [''];
      this.type = new Int32Array(this.size);
      this.named = new Uint8Array(this.size);
      this.errors = {};
      for (let i = 0; i < this.size; i++) {
        const extra = this.points[i].jdhat;
        const type = this.typeOf(i, extra);
        let index = known.get(type);
        if (index === undefined) {
          index = this.types.push(type) - 1;
          known.set(type, index);
        }
        this.type[i] = index;
        if (extra && typeof extra === 'object') {
          this.readExtension(i, extra);
        }
      }
    }

    readExtension(i, extra) {
      if (extra.unknown === true && this.lifetimes) {
        LIFETIMES.forEach(key => { this[key][i] = NaN; });
      }
      for (const [key, value] of Object.entries(extra.errors || {})) {
        if (ALWAYS.includes(key) || LIFETIMES.includes(key)) {
          this.errors[key] = this.errors[key] || new Float64Array(this.size);
          this.errors[key][i] = this.checker.real(value, key, ` (errors of program point ${i})`);
        }
      }
    }

    typeOf(i, extra) {
      const leaf = this.stackStart[i] < this.stackStart[i + 1]
        ? this.frames[this.stacks[this.stackStart[i]]] : '';
      const ending = [CLASS, KIND].find(each => leaf.endsWith(each));
      this.named[i] = ending ? 1 : 0;
      if (extra && typeof extra.class === 'string' && extra.class !== '') {
        return extra.class;
      }
      return ending ? leaf.slice(0, -ending.length) : '';
    }

    /** This profile, and behind its own points some of another, with nothing of any figure. */
    with(other, points) {
      const both = Object.assign(Object.create(Profile.prototype), this);
      both.size = this.size + points.length;
      both.points = this.points.concat(points.map(() => ({})));
      for (const key of ALWAYS.concat(LIFETIMES, ACCESSES).filter(each => this[each])) {
        both[key] = longer(this[key], both.size);
      }
      both.errors = Object.fromEntries(Object.entries(this.errors).map(([key, list]) =>
        [key, longer(list, both.size)]));
      both.named = longer(this.named, both.size);
      points.forEach((point, k) => { both.named[this.size + k] = other.named[point]; });
      both.addTypes(this, other, points);
      both.addStacks(this, other, points);
      return both;
    }

    addTypes(own, other, points) {
      const index = indices(own.types);
      this.type = longer(own.type, this.size);
      points.forEach((point, k) => { this.type[own.size + k] = index.of(other.typeName(point)); });
      this.types = index.texts;
    }

    addStacks(own, other, points) {
      const index = indices(own.frames);
      const stacks = points.map(point => Array.from(other.stacks.subarray(other.stackStart[point],
        other.stackStart[point + 1]), frame => index.of(other.frames[frame])));
      this.frames = index.texts;
      this.stackStart = longer(own.stackStart, this.size + 1);
      stacks.forEach((stack, k) => {
        this.stackStart[own.size + k + 1] = this.stackStart[own.size + k] + stack.length;
      });
      this.stacks = longer(own.stacks, this.stackStart[this.size]);
      stacks.forEach((stack, k) => this.stacks.set(stack, this.stackStart[own.size + k]));
    }

    /** The extension of a program point; an empty object where it has none. */
    extra(i) {
      const extra = this.points[i].jdhat;
      return extra && typeof extra === 'object' ? extra : {};
    }

    typeName(i) {
      return this.types[this.type[i]];
    }

    /** The frames of a stack as texts, leaf first; without the one that names the class. */
    stack(i) {
      const texts = [];
      for (let at = this.stackStart[i] + this.named[i]; at < this.stackStart[i + 1]; at++) {
        texts.push(this.frames[this.stacks[at]]);
      }
      return texts;
    }

    /** The frame that allocates; empty when there is none. */
    leaf(i) {
      const at = this.stackStart[i] + this.named[i];
      return at < this.stackStart[i + 1] ? this.frames[this.stacks[at]] : '';
    }

    /** Whether it is known what lived of a program point, and for how long. */
    lives(i) {
      return this.lifetimes && !Number.isNaN(this.eb[i]);
    }

    /** Blocks that were dead at the first collection that examined them; NaN when not known. */
    temporary(i) {
      const value = this.extra(i).temporary;
      return !this.lives(i) ? NaN : Number.isFinite(value) ? value : 0;
    }

    /** [least, mean, greatest] age in collections of 'survivorAges' or 'deathAges', or null. */
    ages(i, which) {
      const ages = this.lives(i) ? this.extra(i)[which] : null;
      return Array.isArray(ages) && ages.length === 3 && ages.every(Number.isFinite) ? ages : null;
    }
  }

  function longer(list, size) {
    const copy = new list.constructor(size);
    copy.set(list);
    return copy;
  }

  /** Texts by their indices: of() adds those that are new. */
  function indices(known) {
    const texts = known.slice();
    const index = new Map(texts.map((text, i) => [text, i]));
    return { texts, of(text) {
      if (!index.has(text)) {
        index.set(text, texts.push(text) - 1);
      }
      return index.get(text);
    } };
  }

  /** Points of another tool whose frames differ in their addresses only become one. */
  function merged(document, frameOf, checker) {
    const known = new Map();
    const points = [];
    for (const [i, point] of document.pps.entries()) {
      if (point === null || typeof point !== 'object' || !Array.isArray(point.fs)) {
        return document.pps;
      }
      const key = hashOf(point.fs, frameOf, checker, i);
      const like = known.get(key) || [];
      const at = like.find(each => sameFrames(points[each].fs, point.fs, frameOf));
      if (at === undefined) {
        like.push(points.push(point) - 1);
        known.set(key, like);
      } else {
        points[at] = sum(points[at], point);
      }
    }
    return points;
  }

  function hashOf(stack, frameOf, checker, point) {
    let hash = 0;
    for (let k = 0; k < stack.length; k++) {
      const index = stack[k];
      if (!(index >= 0 && index < frameOf.length && Number.isInteger(index))) {
        checker.frame(index, frameOf.length, ` (program point ${point})`);
      }
      hash = Math.imul(hash, 1000003) + frameOf[index] | 0;
    }
    return hash;
  }

  function sameFrames(one, other, frameOf) {
    return one.length === other.length
      && one.every((index, k) => frameOf[index] === frameOf[other[k]]);
  }

  function sum(one, other) {
    const both = { ...one };
    for (const key of [...ALWAYS, ...LIFETIMES, ...ACCESSES]) {
      if (key in one || key in other) {
        both[key] = one[key] + other[key];
      }
    }
    delete both.acc;
    return both;
  }

  jdhat.Profile = Profile;
})(globalThis.jdhat = globalThis.jdhat || {});
