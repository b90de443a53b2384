// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// What sites are ranked by: DHAT's metrics, and what was born or died in a range of time.
(function (jdhat) {
  'use strict';

  /** Valgrind's limits: see "Metrics" in docs/viewer.md. */
  const TINY = 16;
  const LOW = 0.4;
  const HIGH = 1000;

  const total = { bytes: 'tb', blocks: 'tbk' };
  const anything = () => true;
  const lives = profile => profile.lifetimes;
  const accesses = profile => profile.accesses;
  const low = ratio => ratio > 0 && ratio <= LOW;
  const isHigh = (p, i) => p.rb[i] / p.tb[i] >= HIGH || p.wb[i] / p.tb[i] >= HIGH;

  /** A metric counts the sites that pass `only`, by a column of bytes and one of blocks. */
  const COLUMNS = [
    { id: 'total', label: 'Total', ...total, has: anything },
    { id: 'short', label: 'Total, short-lived', ...total, has: lives,
      only: (p, i) => p.lives(i) && p.tl[i] / p.tbk[i] <= p.shortLived },
    { id: 'tiny', label: 'Total, tiny', ...total, has: anything,
      only: (p, i) => p.tb[i] / p.tbk[i] <= TINY },
    { id: 'peak', label: 'At t-gmax', bytes: 'gb', blocks: 'gbk', has: lives },
    { id: 'end', label: 'At t-end', bytes: 'eb', blocks: 'ebk', has: lives },
    { id: 'reads', label: 'Reads', bytes: 'rb', has: accesses },
    { id: 'writes', label: 'Writes', bytes: 'wb', has: accesses },
    { id: 'zero', label: 'Total, zero reads or zero writes', ...total, has: accesses,
      only: (p, i) => p.rb[i] === 0 || p.wb[i] === 0 },
    { id: 'low', label: 'Total, low-access', ...total, has: accesses,
      only: (p, i) => p.rb[i] > 0 && p.wb[i] > 0
        && (low(p.rb[i] / p.tb[i]) || low(p.wb[i] / p.tb[i])) },
    { id: 'highreads', label: 'Reads, high-access', bytes: 'rb', has: accesses, only: isHigh },
    { id: 'highwrites', label: 'Writes, high-access', bytes: 'wb', has: accesses, only: isHigh },
  ];

  /** The bucket of death of what is alive at the end; -2 is that of what nobody knows of. */
  const ALIVE = -1;

  /** From the buckets of time; `takes` looks at buckets of birth and death and at the range. */
  const IN_RANGE = [
    { id: 'born', label: 'Allocated in the range', takes: (born, died, from, to) =>
      born >= from && born <= to },
    { id: 'kept', label: 'Allocated in the range, alive at its end',
      takes: (born, died, from, to) =>
        born >= from && born <= to && (died === ALIVE || died > to) },
    { id: 'died', label: 'Died in the range', takes: (born, died, from, to) =>
      died >= from && died <= to },
  ];

  /** The metrics that a profile has, alone or beside an earlier one, as { id, label }. */
  function metricsOf(profile, parts, comparison) {
    return COLUMNS.filter(metric => metric.has(profile))
      .concat(comparison ? jdhat.changes.metricsOf(comparison) : [],
        parts && parts.buckets ? IN_RANGE : []);
  }

  /** The metric that a reader sees first: at t-gmax where there is one. */
  function firstMetric(profile) {
    return profile.lifetimes ? 'peak' : 'total';
  }

  /**
   * A figure per program point: { id, label, values, variances (null where exact), ofBlocks }.
   *
   * @param metric one of those that metricsOf gives for the same three
   * @param unit 'bytes' or 'blocks'; reads and writes have bytes only
   * @param range [first, last] bucket, of metrics that look at one
   */
  function figures(profile, parts, comparison, metric, unit, range) {
    if (metric.sign) {
      return { ...metric, ofBlocks: unit === 'blocks',
        ...jdhat.changes.values(comparison, metric, unit) };
    }
    if (metric.takes) {
      return { ...metric, ofBlocks: unit === 'blocks', variances: null,
        values: inRange(profile.size, parts.buckets, metric.takes, unit, range) };
    }
    const ofBlocks = unit === 'blocks' && Boolean(metric.blocks);
    const key = ofBlocks ? metric.blocks : metric.bytes;
    const errors = profile.errors[key];
    if (!metric.only) {
      return { ...metric, ofBlocks, values: profile[key], variances: squares(errors, anything) };
    }
    const takes = i => metric.only(profile, i);
    return { ...metric, ofBlocks, values: profile[key].map((value, i) => takes(i) ? value : 0),
      variances: squares(errors, takes) };
  }

  function squares(errors, takes) {
    return errors ? errors.map((error, i) => takes(i) ? error * error : 0) : null;
  }

  function inRange(size, buckets, takes, unit, range) {
    const values = new Float64Array(size);
    const column = unit === 'blocks' ? 3 : 2;
    for (const [i, rows] of buckets.points) {
      for (const row of rows) {
        values[i] += takes(row[0], row[1], range[0], range[1]) ? row[column] : 0;
      }
    }
    return values;
  }

  /** What a filter leaves of a metric: the points with some of it, and their sum. */
  function selection(profile, figure, accepted) {
    const points = new Int32Array(profile.size);
    let size = 0;
    let sum = 0;
    let variance = 0;
    let all = 0;
    for (let i = 0; i < profile.size; i++) {
      const value = figure.values[i];
      all += value > 0 ? value : 0;
      if (value > 0 && (!accepted || accepted[i])) {
        points[size++] = i;
        sum += value;
        variance += figure.variances ? figure.variances[i] : 0;
      }
    }
    return { figure, points: points.slice(0, size), sum, error: Math.sqrt(variance), all };
  }

  /** The sum of a column over points, and its standard error: { value, error }. */
  function columnSum(profile, key, points) {
    let value = NaN;
    let variance = 0;
    const errors = profile.errors[key];
    for (let k = 0; profile[key] && k < points.length; k++) {
      const figure = profile[key][points[k]];
      if (!Number.isNaN(figure)) {
        value = Number.isNaN(value) ? figure : value + figure;
        variance += errors ? errors[points[k]] ** 2 : 0;
      }
    }
    return { value: points.length === 0 && profile[key] ? 0 : value, error: Math.sqrt(variance) };
  }

  jdhat.metrics = { metricsOf, firstMetric, figures, selection, columnSum };
})(globalThis.jdhat = globalThis.jdhat || {});
