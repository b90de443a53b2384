// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Sites in rows, or put together by class, package or method; sorted by any figure.
(function (jdhat) {
  'use strict';

  const { el, sentence } = jdhat.dom;
  const { count, percent, error, time, UNKNOWN } = jdhat.units;
  const GROUPS = { site: 'Sites', class: 'Classes', package: 'Packages that allocate',
    method: 'Methods that allocate' };

  /** What sites are put together by; null for each site alone. */
  const NAMES = {
    class: (profile, i) => profile.typeName(i) || '[unknown]',
    package: (profile, i) => packageOf(profile.leaf(i)) || '[none]',
    method: (profile, i) => profile.leaf(i).replace(/ \([^(]*\)$/, '') || '[no frames]',
  };

  /** Of the method that allocates, as jdhat show --by=package has it. */
  function packageOf(leaf) {
    const method = leaf.slice(0, Math.max(0, leaf.indexOf(' (')));
    const type = method.lastIndexOf('.');
    return type < 0 ? '' : method.slice(0, Math.max(0, method.lastIndexOf('.', type - 1)));
  }

  /** Rows of [name, points]. */
  function rowsOf(profile, selection, group) {
    if (!NAMES[group]) {
      return Array.from(selection.points, point => ({ point, points: [point] }));
    }
    const rows = new Map();
    for (const point of selection.points) {
      const name = NAMES[group](profile, point);
      const row = rows.get(name);
      if (row) {
        row.points.push(point);
      } else {
        rows.set(name, { name, points: [point], others: [] });
      }
    }
    for (const point of selection.others || []) {
      const row = rows.get(NAMES[group](profile, point));
      if (row) {
        row.others.push(point);
      }
    }
    return [...rows.values()];
  }

  /** The columns of figures: what each is of a row, and how it is shown. */
  function figureColumns(app) {
    const { profile } = app;
    const { figure } = app.selection;
    const sumOf = key => row => jdhat.metrics.columnSum(profile, key, row.points).value;
    const ratio = (part, whole) => row => sumOf(part)(row) / sumOf(whole)(row);
    const add = (values, row) => row.points.reduce((sum, point) => sum + values[point], 0);
    const columns = [
      { id: 'value', label: figure.label, of: row => add(figure.values, row), show: count,
        width: figure.sign ? '12rem' : '9rem' },
      { id: 'share', label: 'Share', of: row => add(figure.values, row),
        show: value => percent(value, app.selection.all), width: '5rem' }];
    if (figure.variances) {
      columns.push({ id: 'error', label: 'Error', width: '5rem', title: 'One standard error',
        of: row => Math.sqrt(add(figure.variances, row)) / add(figure.values, row),
        show: value => error(1, value) });
    }
    if (jdhat.changes.compares(app)) {
      const { title, width } = jdhat.changes.column(app);
      const { sums, shown } = jdhat.changes;
      columns.push({ id: 'before', label: 'Before', of: row => sums(app, row).before, show: count,
        width: '8rem', title }, { id: 'more', label: 'Change', of: row => sums(app, row).more,
        cell: row => shown(sums(app, row)), width, title });
    }
    const key = (id, label, name) => profile[name] && profile[name] !== figure.values
      && columns.push({ id, label, of: sumOf(name), show: count, width: '8rem' });
    key('total', `Total ${profile.bytesName}`, 'tb');
    key('blocks', `Total ${profile.blocksName}`, 'tbk');
    key('peak', 'At t-gmax', 'gb');
    key('end', 'At t-end', 'eb');
    if (!NAMES[app.state.group]) {
      key('max', 'Max', 'mb');
    }
    columns.push({ id: 'size', label: 'Mean size', of: ratio('tb', 'tbk'), show: count,
      width: '6rem' });
    if (profile.lifetimes) {
      columns.push({ id: 'lifetime', label: 'Mean lifetime', of: ratio('tl', 'tbk'),
        show: value => time(value, profile), width: '8rem' });
    }
    return columns.concat(rareColumns(app, key));
  }

  function rareColumns(app, key) {
    const { profile } = app;
    key('reads', 'Reads', 'rb');
    key('writes', 'Writes', 'wb');
    if (!profile.extension || !profile.lifetimes) {
      return [];
    }
    const temporary = row => row.points.reduce((sum, i) => sum + profile.temporary(i), 0)
      / row.points.reduce((sum, i) => sum + profile.tbk[i], 0);
    const age = row => row.points.reduce((most, i) =>
      Math.max(most, (profile.ages(i, 'survivorAges') || [0, 0, -1])[2]), -1);
    return [
      { id: 'temporary', label: 'Temporary', of: temporary, width: '6rem',
        title: 'Blocks that were dead at the first collection that examined them',
        show: value => percent(value, 1) },
      { id: 'age', label: 'Age', of: age, width: '4rem',
        title: 'The greatest age in collections of a block that is alive at the end',
        show: value => value < 0 ? UNKNOWN : count(value) }];
  }

  function nameColumns(profile, group) {
    const width = 'minmax(18rem, 1.5fr)';
    if (NAMES[group]) {
      return [{ id: 'name', label: GROUPS[group], width, text: row => row.name },
        { id: 'sites', label: 'Sites', number: true, width: '5rem', of: row => row.points.length,
          show: count }];
    }
    const columns = [
      { id: 'leaf', label: 'Allocated at', width, text: row => profile.leaf(row.point) }];
    return profile.types.length < 2 ? columns : [{ id: 'class', label: 'Class',
      width: 'minmax(12rem, 1fr)', text: row => profile.typeName(row.point) || UNKNOWN },
    ...columns];
  }

  /** Sorts rows by a column; numbers the largest first unless up, what is not known last. */
  function sorted(rows, column, down) {
    if (column.text) {
      const texts = new Map(rows.map(row => [row, column.text(row)]));
      return rows.sort((one, other) => (down ? -1 : 1)
        * (texts.get(one) < texts.get(other) ? -1 : texts.get(one) > texts.get(other) ? 1 : 0));
    }
    const values = new Map(rows.map(row => [row, column.of(row)]));
    const of = row => Number.isNaN(values.get(row)) ? -Infinity : values.get(row);
    return rows.sort((one, other) => down ? of(other) - of(one) || 0 : of(one) - of(other) || 0);
  }

  /** The sort of a fragment, such as 'end' (down) or '-end' (up), as { id, down }. */
  function sortOf(text, usual) {
    return text === '' ? { id: usual, down: true }
      : { id: text.replace(/^-/, ''), down: !text.startsWith('-') };
  }

  function show(container, app) {
    const { state, profile } = app;
    if (app.selection.points.length === 0) {
      container.append(groupChoice(app), sentence('Nothing is selected: no site has any of this'
        + ' metric under this filter.'));
      return;
    }
    const columns = [...nameColumns(profile, state.group),
      ...figureColumns(app).map(column => ({ ...column, number: true }))]
      .map(column => ({ ...column, sorts: true }));
    let sort = sortOf(state.sort, 'value');
    const column = columns.find(each => each.id === sort.id) || columns.find(each => each.of);
    sort = { ...sort, id: column.id };
    const rows = sorted(rowsOf(profile, app.selection, state.group), column, sort.down);
    container.append(el('div', { class: 'bar-of-choices' }, groupChoice(app),
      jdhat.changes.compares(app) ? jdhat.changes.legend(app) : null),
      grid(app, columns, rows, sort).element);
  }

  function grid(app, columns, rows, sort) {
    const { profile } = app;
    return new jdhat.Grid({ label: 'Table of sites', keep: 'table', columns, sort,
      size: () => rows.length,
      cell: (row, column) => column.text ? column.text(rows[row])
        : column.cell ? column.cell(rows[row]) : column.show(column.of(rows[row])),
      onSort: id => app.update({ sort: sort.id === id && sort.down ? `-${id}` : id }),
      known: rows[0].name === undefined
        ? jdhat.chosen.rowsOfSites(row => [profile, rows[row].point])
        : { of: row => rows[row].name, is: (row, name) => rows[row].name === name },
      onPick: row => app.choose(chosen(app, rows[row], app.state.group)),
      onEnter: row => app.addTest(testOf(app, rows[row])) });
  }

  function chosen(app, row, group) {
    const { profile } = app;
    if (row.name === undefined) {
      return jdhat.chosen.site(app, profile, row.point);
    }
    return { title: row.name, profile, points: row.points, others: row.others, frames: [],
      whole: row.points.length === 1,
      again() {
        const rows = rowsOf(app.profile, app.selection, group);
        const found = rows.find(each => each.name === row.name);
        return found ? chosen(app, found, group) : null;
      } };
  }

  /** The test that picks the sites of a row. */
  function testOf(app, row) {
    const { quoted } = jdhat.filter;
    const { group } = app.state;
    if (group === 'class') {
      return app.profile.typeName(row.points[0]) === '' ? 'class:~"^$"'
        : `class:~${quoted(`^${escaped(row.name)}$`)}`;
    }
    if (group === 'package') {
      const name = packageOf(app.profile.leaf(row.points[0]));
      return name === '' ? `!leaf:~${quoted('^[^ (]+\\.[^ (.]+\\.[^ (.]+ ')}`
        : `leaf:~${quoted(`^${escaped(name)}\\.[^ (.]+\\.[^ (.]+ `)}`;
    }
    return `leaf:${quoted(group === 'method' ? `${row.name} (` : app.profile.leaf(row.point))}`;
  }

  const escaped = text => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');

  function groupChoice(app) {
    return el('label', { class: 'choice' }, el('span', {}, 'Rows are'),
      el('select', { 'data-keep': 'group',
        change: event => app.update({ group: event.target.value, sort: '' }) },
      Object.entries(GROUPS).map(([id, label]) =>
        el('option', { value: id, selected: app.state.group === id }, label))));
  }

  jdhat.views.push({ id: 'table', label: 'Table', show });
  jdhat.table = { sorted, sortOf, packageOf };
})(globalThis.jdhat = globalThis.jdhat || {});
