// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// What a DHAT file must have before anything is computed from it.
(function (jdhat) {
  'use strict';

  const { Problem } = jdhat.read;
  const REQUIRED = ['dhatFileVersion', 'mode', 'verb', 'bklt', 'bkacc', 'tu', 'Mtu', 'cmd', 'pid',
    'te', 'pps', 'ftbl'];
  const TEXTS = ['mode', 'verb', 'tu', 'Mtu', 'cmd', 'bu', 'bsu', 'bksu'];
  const NUMBERS = ['pid', 'te', 'tg', 'tuth'];
  const AGAIN = '; take another copy of it or make it anew.';

  /** Tells, of one file, what is wrong as a Problem that names it. */
  class Checker {
    constructor(name) {
      this.name = name;
    }

    problem(what) {
      return new Problem(`${this.name} is a DHAT file in which ${what}${AGAIN}`);
    }

    /** A whole number that is not negative. */
    number(value, key, where) {
      if (!Number.isInteger(value) || value < 0) {
        throw this.problem(value === undefined ? `the field "${key}" is missing${where || ''}`
          : `"${key}" is not a whole number that is not negative${where || ''}`);
      }
      return value;
    }

    /** A number that is not negative, such as an error. */
    real(value, key, where) {
      if (!Number.isFinite(value) || value < 0) {
        throw this.problem(`"${key}" is not a number that is not negative${where || ''}`);
      }
      return value;
    }

    list(value, key, where) {
      if (!Array.isArray(value)) {
        throw this.problem(value === undefined ? `the field "${key}" is missing${where || ''}`
          : `"${key}" is not a list${where || ''}`);
      }
      return value;
    }

    /** Everything above the program points. */
    head(document) {
      if (document === null || typeof document !== 'object' || Array.isArray(document)) {
        throw new Problem(`${this.name} is not a DHAT file: it holds no JSON object; give a DHAT`
          + ' file.');
      }
      if (!('dhatFileVersion' in document)) {
        throw new Problem(`${this.name} is not a DHAT file: the field "dhatFileVersion" is`
          + ' missing; give a DHAT file.');
      }
      if (document.dhatFileVersion !== 2) {
        throw new Problem(`${this.name} is a DHAT file of version ${document.dhatFileVersion}, and`
          + ' this page reads version 2; make it anew with Valgrind 3.17 or newer, dhat-rs or'
          + ' jdhat.');
      }
      this.fields(document);
      this.list(document.pps, 'pps');
      this.list(document.ftbl, 'ftbl').forEach(text => this.type(text, 'ftbl', 'string', 'a text'));
    }

    fields(document) {
      for (const key of document.bklt ? REQUIRED.concat('tg', 'tuth') : REQUIRED) {
        if (!(key in document)) {
          throw this.problem(`the field "${key}" is missing`);
        }
      }
      for (const key of ['bklt', 'bkacc']) {
        this.type(document[key], key, 'boolean', 'true or false');
      }
      TEXTS.filter(key => key in document)
        .forEach(key => this.type(document[key], key, 'string', 'a text'));
      NUMBERS.filter(key => key in document).forEach(key => this.number(document[key], key));
    }

    type(value, key, type, words) {
      if (typeof value !== type) {
        throw this.problem(`"${key}" is not ${words}`);
      }
    }

    /** The index of a frame. */
    frame(value, frames, where) {
      this.number(value, 'fs', where);
      if (value >= frames) {
        throw this.problem(`a program point names frame ${value}, and it has ${frames}`);
      }
      return value;
    }
  }

  /** The parts of a page document besides its profiles; what does not fit is left out. */
  function parts(document, points) {
    const kept = {};
    const { timeline, earlierTimeline, buckets } = document;
    for (const [key, part] of Object.entries({ timeline, earlierTimeline })) {
      if (isTimeline(part)) {
        kept[key] = { ...part, marks: marks(part.marks) };
      }
    }
    if (buckets && isRising(buckets.edges) && buckets.points && buckets.edges.length > 1) {
      const last = buckets.edges.length - 2;
      kept.buckets = { ...buckets, points: rows(buckets.points, points, row =>
        row.length === 4 && row[0] <= last && row[1] <= last) };
    }
    if (document.sizes) {
      kept.sizes = rows(document.sizes, points, row => row.length === 3);
    }
    if (document.ages) {
      kept.ages = ages(document.ages, points);
    }
    if (document.folded && Number.isFinite(document.folded.points)) {
      kept.folded = document.folded;
    }
    return kept;
  }

  function isTimeline(part) {
    return Boolean(part) && isRising(part.times)
      && ['live', 'occupied', 'allocated', 'collections'].every(key =>
        Array.isArray(part[key]) && part[key].length === part.times.length
        && part[key].every(value => Number.isFinite(value)
          || value === null && ['live', 'occupied'].includes(key)));
  }

  function isRising(list) {
    return Array.isArray(list) && list.length > 0 && list.every((value, i) =>
      Number.isFinite(value) && (i === 0 || value >= list[i - 1]));
  }

  function marks(list) {
    return Array.isArray(list) ? list.filter(mark =>
      mark && typeof mark.name === 'string' && Number.isFinite(mark.time)) : [];
  }

  /** By the index of a point: its rows of finite numbers that pass a test. */
  function rows(object, points, passes) {
    const kept = new Map();
    for (const [index, list] of Object.entries(object)) {
      if (Number(index) < points && Array.isArray(list)) {
        kept.set(Number(index), list.filter(row => Array.isArray(row)
          && row.every(Number.isFinite) && passes(row)));
      }
    }
    return kept;
  }

  function ages(object, points) {
    const kept = new Map();
    for (const [index, of] of Object.entries(object)) {
      if (Number(index) < points && of) {
        const two = row => row.length === 2;
        const list = rows({ 0: of.alive || [], 1: of.died || [] }, 2, two);
        kept.set(Number(index), { alive: list.get(0) || [], died: list.get(1) || [] });
      }
    }
    return kept;
  }

  jdhat.check = { Checker, parts };
})(globalThis.jdhat = globalThis.jdhat || {});
