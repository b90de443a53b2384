// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// How large blocks are: of all that is selected by powers of two, of a site by size classes.
(function (jdhat) {
  'use strict';

  const { el, sentence } = jdhat.dom;
  const { count, shortBytes, many, UNKNOWN } = jdhat.units;

  /** The power of two at or below a size. */
  function powerOf(size) {
    return size < 1 ? 0 : 2 ** Math.floor(Math.log2(size));
  }

  /**
   * Sums over the run by powers of two: { sums: Map of [blocks, bytes], guessed: how many sites
   * have no classes, so that all their blocks count at their mean size }.
   */
  function sizesOf(profile, parts, points) {
    const sums = new Map();
    let guessed = 0;
    const add = (size, blocks, bytes) => {
      const sum = sums.get(powerOf(size)) || [0, 0];
      sums.set(powerOf(size), [sum[0] + blocks, sum[1] + bytes]);
    };
    for (const point of points) {
      const classes = parts.sizes && parts.sizes.get(point);
      if (classes) {
        classes.forEach(([size, blocks, bytes]) => add(size, blocks, bytes));
      } else {
        guessed++;
        add(profile.tb[point] / profile.tbk[point], profile.tbk[point], profile.tb[point]);
      }
    }
    return { sums, guessed };
  }

  function histogram(app) {
    const { profile, parts, selection, state } = app;
    const { sums, guessed } = sizesOf(profile, parts, selection.points);
    const which = state.unit === 'blocks' ? 0 : 1;
    const rows = [...sums].sort((one, other) => one[0] - other[0]).map(([size, sum]) => ({
      label: `${shortBytes(size)} to ${shortBytes(size ? 2 * size : 1)}`, value: sum[which],
      text: count(sum[which]) }));
    const unit = which ? profile.bytesName : profile.blocksName;
    return [jdhat.chart.bars('Sizes of blocks over the run, of the sites that are selected',
      ['Size', `Total ${unit}`], rows),
    guessed > 0 ? el('p', { class: 'faint' }, `${many(guessed, 'site')} without size classes: all`
      + ' their blocks count at their mean size.') : null];
  }

  function siteGrid(app) {
    const { profile, state, parts } = app;
    const columns = [
      { id: 'class', label: 'Class', width: 'minmax(10rem, 1fr)',
        text: row => profile.typeName(row) || UNKNOWN },
      { id: 'leaf', label: 'Allocated at', width: 'minmax(12rem, 2fr)',
        text: row => profile.leaf(row) },
      { id: 'size', label: 'Mean size', width: '8rem',
        of: row => profile.tb[row] / profile.tbk[row] },
      { id: 'blocks', label: `Total ${profile.blocksName}`, width: '9rem',
        of: row => profile.tbk[row] },
      { id: 'total', label: `Total ${profile.bytesName}`, width: '9rem',
        of: row => profile.tb[row] },
      { id: 'classes', label: 'Size classes', width: '7rem',
        of: row => parts.sizes && parts.sizes.has(row) ? parts.sizes.get(row).length : NaN }]
      .map(column => ({ ...column, sorts: true, number: Boolean(column.of) }));
    const sort = jdhat.table.sortOf(state.sort, 'total');
    const column = columns.find(each => each.id === sort.id) || columns[4];
    const rows = jdhat.table.sorted(Array.from(app.selection.points), column, sort.down);
    return new jdhat.Grid({ label: 'Sites and the sizes of their blocks', keep: 'sizes', columns,
      sort: { ...sort, id: column.id }, size: () => rows.length,
      cell: (row, each) => each.text ? each.text(rows[row]) : count(each.of(rows[row])),
      onSort: id => app.update({ sort: sort.id === id && sort.down ? `-${id}` : id }),
      known: jdhat.chosen.rowsOfSites(row => [profile, rows[row]]),
      onPick: row => app.choose(jdhat.chosen.site(app, profile, rows[row])) }).element;
  }

  jdhat.views.push({
    id: 'sizes',
    label: 'Sizes',
    show(container, app) {
      if (app.selection.figure.sign) {
        container.append(jdhat.diff.notOfTwo('sizes'));
        return;
      }
      if (app.selection.points.length === 0) {
        container.append(sentence('Nothing is selected: there are no sizes to show.'));
        return;
      }
      container.append(jdhat.diff.ofLater(app), el('div', { class: 'one' }, histogram(app)),
        siteGrid(app));
    },
  });
  jdhat.sizes = { powerOf, sizesOf };
})(globalThis.jdhat = globalThis.jdhat || {});
