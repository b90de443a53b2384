// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Which site of an earlier profile is which of a later one, and what became of it; the rules are
// those of jdhat diff (docs/diff.md).
(function (jdhat) {
  'use strict';

  const { Problem } = jdhat.read;
  const ADDRESS = /^0x[0-9A-Fa-f]+: /;
  const PLACE = /:(\d+)(:\d+)?\)$/;
  /** A difference of fewer standard errors than this is no more than sampling makes. */
  const SURE = 3;
  /** What no sample was seen of counts as 0 with so many intervals as its standard error. */
  const UNSEEN = 2;
  const LINE_MAX = 2 ** 31 - 1;

  /** The sites of two profiles in pairs: [[point before or -1, point after or -1], …]. */
  function pairs(before, after) {
    const ids = { frames: new Map(), stacks: new Map() };
    const earlier = byMethods(before, ids);
    const later = byMethods(after, ids);
    const found = [];
    for (const [key, points] of earlier) {
      pair(before, points, after, later.get(key) || [], found);
    }
    for (const [key, points] of later) {
      if (!earlier.has(key)) {
        pair(before, [], after, points, found);
      }
    }
    return found;
  }

  function byMethods(profile, ids) {
    const methods = profile.frames.map(frame => {
      const method = frame.replace(ADDRESS, '').replace(PLACE, '');
      if (!ids.frames.has(method)) {
        ids.frames.set(method, ids.frames.size);
      }
      return ids.frames.get(method);
    });
    const groups = new Map();
    for (let i = 0; i < profile.size; i++) {
      let key = profile.typeName(i);
      for (let at = profile.stackStart[i] + profile.named[i]; at < profile.stackStart[i + 1];
        at++) {
        key += `\n${methods[profile.stacks[at]]}`;
      }
      const group = groups.get(key);
      if (group) {
        group.push(i);
      } else {
        groups.set(key, [i]);
      }
    }
    return groups;
  }

  /** Pairs two groups in which all methods are the same. */
  function pair(before, earlier, after, later, found) {
    if (earlier.length === later.length) {
      inOrder(before, earlier, after, later, found);
      return;
    }
    const same = new Map(earlier.map(i => [before.stack(i).join('\n'), i]));
    const restBefore = new Set(earlier);
    const restAfter = [];
    for (const i of later) {
      const match = same.get(after.stack(i).join('\n'));
      if (match === undefined || !restBefore.delete(match)) {
        restAfter.push(i);
      } else {
        found.push([match, i]);
      }
    }
    inOrder(before, [...restBefore], after, restAfter, found);
  }

  function inOrder(before, earlier, after, later, found) {
    const then = byLine(before, earlier);
    const now = byLine(after, later);
    for (let i = 0; i < Math.max(then.length, now.length); i++) {
      found.push([i < then.length ? then[i] : -1, i < now.length ? now[i] : -1]);
    }
  }

  function byLine(profile, points) {
    if (points.length < 2) {
      return points;
    }
    const lines = new Map(points.map(i => [i, profile.stack(i).map(lineOf)]));
    return [...points].sort((one, other) => compare(lines.get(one), lines.get(other)));
  }

  function lineOf(frame) {
    const place = PLACE.exec(frame);
    return place ? Math.min(LINE_MAX, Number(place[1])) : 0;
  }

  /** Of equally many lines, by the first that differ. */
  function compare(one, other) {
    const at = one.findIndex((line, i) => line !== other[i]);
    return at < 0 ? 0 : one[at] - other[at];
  }

  const COLUMNS = { total: ['tb', 'tbk'], peak: ['gb', 'gbk'], end: ['eb', 'ebk'] };

  /** Two profiles side by side. */
  class Comparison {
    /**
     * @param by 'total', 'peak' or 'end': the figure that decides what became of a site
     * @throws Problem when the profiles count different things
     */
    constructor(before, after, by) {
      if (before.mode !== after.mode) {
        throw new Problem(`The earlier profile is of mode ${before.mode} and the later one of mode`
          + ` ${after.mode}; only profiles of one mode can be compared.`);
      }
      this.before = before;
      this.after = after;
      this.by = this.figure(by);
      this.intervals = [before, after].map(interval);
      this.sites = pairs(before, after).map(([then, now]) => this.site(then, now));
      this.isSampled = before.sampled || after.sampled;
      /** Whether a difference may be no more than sampling makes. */
      this.hasNoise = this.isSampled || [before, after].some(each =>
        Object.keys(each.errors).length > 0);
      const gone = this.sites.filter(site => !site.now);
      /** All sites: those of the later profile at their indices, and then what is gone. */
      this.both = after.with(before, gone.map(site => site.before.point));
      this.ofBoth = new Array(this.both.size);
      this.sites.filter(site => site.now).forEach(site => this.place(site, site.now.point));
      gone.forEach((site, k) => this.place(site, after.size + k));
    }

    place(site, index) {
      site.index = index;
      this.ofBoth[index] = site;
    }

    /** Judges all sites by another figure: 'total', 'peak' or 'end'. */
    judge(by) {
      const next = this.figure(by);
      if (next !== this.by) {
        this.by = next;
        this.sites.forEach(site => { site.state = this.stateOf(site); });
      }
    }

    figure(by) {
      return this.before.lifetimes && this.after.lifetimes ? by : 'total';
    }

    /** What a filter judges, with the figures of both. */
    site(then, now) {
      const before = then < 0 ? null : { profile: this.before, point: then };
      const after = now < 0 ? null : { profile: this.after, point: now };
      const site = { ...(after || before), now: after, before, pair: true, state: '' };
      site.state = this.stateOf(site);
      return site;
    }

    /** { before, after, more, blocks, error } of a figure; NaN where one is not known. */
    difference(site, by) {
      return { ...this.change(site, by, false), blocks: this.change(site, by, true).more };
    }

    /** { before, after, more, error } of the bytes or the blocks of a figure. */
    change(site, by, ofBlocks) {
      const key = COLUMNS[by][ofBlocks ? 1 : 0];
      const [unseenThen, unseenNow] = ofBlocks ? [0, 0] : this.intervals;
      const [before, thenError] = this.part(site.before, this.before, key, unseenThen);
      const [after, nowError] = this.part(site.now, this.after, key, unseenNow);
      return { before, after, more: after - before, error: Math.hypot(thenError, nowError) };
    }

    part(at, profile, key, unseen) {
      const value = !profile[key] ? NaN : at ? profile[key][at.point] : 0;
      const errors = profile.errors[key];
      return [value, errorOf(value, at && errors ? errors[at.point] : 0, unseen)];
    }

    /**
     * Of every site, at its index in `both`, its bytes or blocks: { before, after, thenVariance,
     * nowVariance }. What was not seen has no variance here: that belongs to a sum.
     */
    columns(by, ofBlocks) {
      const key = COLUMNS[by][ofBlocks ? 1 : 0];
      const list = () => new Float64Array(this.both.size);
      const all = { before: list(), after: list(), thenVariance: list(), nowVariance: list() };
      this.ofBoth.forEach((site, i) => {
        const [before, thenError] = this.part(site.before, this.before, key, 0);
        const [after, nowError] = this.part(site.now, this.after, key, 0);
        all.before[i] = before;
        all.after[i] = after;
        all.thenVariance[i] = thenError ** 2;
        all.nowVariance[i] = nowError ** 2;
      });
      return all;
    }

    /** Whether sampling alone may make the difference of such sums of bytes. */
    isNoise({ before, after, thenVariance, nowVariance }) {
      const [unseenThen, unseenNow] = this.intervals;
      return !Number.isNaN(after - before) && isNoise(after - before, Math.hypot(
        errorOf(before, Math.sqrt(thenVariance), unseenThen),
        errorOf(after, Math.sqrt(nowVariance), unseenNow)));
    }

    stateOf(site) {
      const { more, blocks, error } = this.difference(site, this.by);
      if (isNoise(more, error)) {
        return 'noise';
      }
      if (!site.before || !site.now) {
        return site.now ? 'new' : 'gone';
      }
      const change = more || blocks || 0;
      return change > 0 ? 'grown' : change < 0 ? 'shrunk' : 'same';
    }
  }

  /** The standard error of a figure; of one that was not seen it follows from the interval. */
  function errorOf(value, error, unseen) {
    return value === 0 ? UNSEEN * unseen : error;
  }

  function isNoise(more, error) {
    return error > 0 && Math.abs(more || 0) <= SURE * error;
  }

  function interval(profile) {
    const { sampling } = profile.extension || {};
    return profile.sampled && sampling && sampling.greatest > 0 ? sampling.greatest : 0;
  }

  jdhat.Comparison = Comparison;
})(globalThis.jdhat = globalThis.jdhat || {});
