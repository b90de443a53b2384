// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// What sites have more, and less, than in an earlier profile, as metrics and as figures of any
// sites that are put together. Points are those of comparison.both.
(function (jdhat) {
  'use strict';

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

  /**
   * What points have now, and had before, of the figure that the metric of the page is of:
   * { before, after, more }; null where the page compares nothing, or the metric is of none.
   */
  function sums(app, points) {
    const { comparison, selection, state } = app;
    const by = comparison ? figureOf(state.metric) : null;
    if (!by) {
      return null;
    }
    const sum = { before: 0, after: 0, more: 0 };
    for (const point of points) {
      const change = comparison.change(comparison.ofBoth[point], by, selection.figure.ofBlocks);
      sum.before += change.before;
      sum.after += change.after;
      sum.more += change.more;
    }
    return sum;
  }

  /** How much of a frame's figure is new: from -1, all is gone, to 1, nothing was there before. */
  function share({ before, after, more }) {
    return more / Math.max(before, after) || 0;
  }

  jdhat.changes = { NAMES, metricsOf, figureOf, values, sums, share };
})(globalThis.jdhat = globalThis.jdhat || {});
