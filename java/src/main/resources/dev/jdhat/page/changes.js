// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// What sites have more, and less, than in an earlier profile, as metrics and as figures of any
// sites that are put together. Points are those of comparison.both.
(function (jdhat) {
  'use strict';

  const { el } = jdhat.dom;
  const { count, signed } = jdhat.units;
  const NOISE = 'no more than sampling alone may make, three standard errors';
  const NAMES = { total: 'over the run', peak: 'at t-gmax', end: 'at t-end' };

  /** 'grown' and 'shrunk' of each figure that two profiles have. */
  function metricsOf(comparison) {
    const figures = comparison.before.lifetimes && comparison.after.lifetimes
      ? Object.keys(NAMES) : ['total'];
    return figures.flatMap(by => [
      { id: `grown-${by}`, label: `Growth ${NAMES[by]}`, by, sign: 1 },
      { id: `shrunk-${by}`, label: `Shrinkage ${NAMES[by]}`, by, sign: -1 }]);
  }

  /** The figure that a metric is of: 'total', 'peak' or 'end'; null when it is of none. */
  function figureOf(metric) {
    const [figure] = /(total|peak|end)$/.exec(metric) || [null];
    return metric === figure || /^(grown|shrunk)-/.test(metric) ? figure : null;
  }

  /** What each point has more (or less, by the sign of the metric): { values, variances }. */
  function values(comparison, metric, unit) {
    const size = comparison.both.size;
    const all = { values: new Float64Array(size), variances: new Float64Array(size) };
    const ofBlocks = unit === 'blocks';
    for (let i = 0; i < size; i++) {
      const { more, error } = comparison.change(comparison.ofBoth[i], metric.by, ofBlocks);
      all.values[i] = Math.max(0, metric.sign * more || 0);
      all.variances[i] = error ** 2;
    }
    return { ...all, variances: comparison.isSampled ? all.variances : null };
  }

  /** Whether the page shows what sites have more and less of the figure of its metric. */
  function compares({ comparison, state }) {
    return comparison !== null && figureOf(state.metric) !== null;
  }

  /** Points that the filter accepts and that have nothing of the metric: what is gone, say. */
  function others({ comparison, acceptedPoints, selection }) {
    const counted = new Uint8Array(comparison.both.size);
    selection.points.forEach(point => { counted[point] = 1; });
    return Int32Array.from(counted.keys()).filter(point => !counted[point]
      && (!acceptedPoints || acceptedPoints[point]));
  }

  /**
   * What a row has now, and had before, of the figure that the metric of the page is of.
   *
   * @param row { points: what is counted in it, others: what belongs to it besides }
   * @returns { before, after, more, noise }
   */
  function sums(app, row) {
    return sumsOf(app, row, figureOf(app.state.metric), app.selection.figure.ofBlocks);
  }

  /**
   * The same of 'total', 'peak' or 'end'. Under a figure itself the others are in the sums: without
   * what is gone everything would seem to grow, in samples above all. Growth and shrinkage are of
   * what is counted alone. That is chosen by its difference, and many that sampling has made add
   * up; so it is noise too when none of it is more than that and all of the row is not.
   */
  function sumsOf(app, { points, others: rest = [] }, by, ofBlocks) {
    const { comparison } = app;
    const bytes = columnsOf(app, by, false);
    const counted = sum(bytes, points);
    const all = sum(bytes, known(bytes, rest), counted);
    const grows = Boolean(app.selection.figure.sign);
    const noise = comparison.hasNoise && (!grows ? comparison.isNoise(all)
      : points.every(point => !bytes.isSure[point])
        && (comparison.isNoise(all) || comparison.isNoise(counted)));
    const { before, after } = ofBlocks ? sum(columnsOf(app, by, true), grows ? points
      : [...points, ...known(bytes, rest)]) : grows ? counted : all;
    return { before, after, more: after - before, noise };
  }

  /** Those of the others of which both figures are known: one that is not must hide no sum. */
  function known({ before, after }, rest) {
    return rest.filter(point => !Number.isNaN(before[point] + after[point]));
  }

  const NOTHING = { before: 0, after: 0, thenVariance: 0, nowVariance: 0 };

  function sum(columns, points, start = NOTHING) {
    let { before, after, thenVariance, nowVariance } = start;
    for (const point of points) {
      before += columns.before[point];
      after += columns.after[point];
      thenVariance += columns.thenVariance[point];
      nowVariance += columns.nowVariance[point];
    }
    return { before, after, thenVariance, nowVariance };
  }

  function columnsOf(app, by, ofBlocks) {
    return app.kept(`changes ${by} ${ofBlocks}`, () => {
      const columns = app.comparison.columns(by, ofBlocks);
      const isSure = Uint8Array.from(columns.before.keys(), point =>
        app.comparison.isNoise(sum(columns, [point])) ? 0 : 1);
      return { ...columns, isSure };
    });
  }

  /** How wide a column of changes is, and what it says of itself. */
  function column({ comparison, selection }) {
    return { width: comparison.hasNoise ? '9.5rem' : '8rem', title: selection.figure.sign
      ? 'Of the sites that are counted here' : 'Of all sites here, those that are gone as well' };
  }

  /** A change for a cell: in a colour, or muted and with a word. */
  function shown({ more, noise }) {
    const text = signed(more);
    return noise ? el('span', { class: 'noise' }, `noise ${text}`)
      : more > 0 || more < 0 ? el('span', { class: more > 0 ? 'grown' : 'shrunk' }, text) : text;
  }

  /** A change in words. */
  function words({ before, more, noise }) {
    return `before ${count(before)}, ${more === 0 ? 'the same' : signed(more)}`
      + `${noise ? ', noise' : ''}`;
  }

  /** What the word means, where it can stand; else null. */
  function legend(app) {
    return !app.comparison || !app.comparison.hasNoise ? null
      : el('p', { class: 'faint' }, el('span', { class: 'noise' }, 'noise'), `: ${NOISE}.`);
  }

  /** How much of a frame's figure is new: from -1, all is gone, to 1, nothing was there before. */
  function share({ before, after, more }) {
    return more / Math.max(before, after) || 0;
  }

  jdhat.changes = { NAMES, NOISE, metricsOf, figureOf, values, compares, others, sums, sumsOf,
    share, column, shown, words, legend };
})(globalThis.jdhat = globalThis.jdhat || {});
