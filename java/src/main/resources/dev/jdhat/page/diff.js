// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// What a later profile has more, and less, than an earlier one.
(function (jdhat) {
  'use strict';

  const { el, sentence } = jdhat.dom;
  const { count, signed, UNKNOWN } = jdhat.units;
  const STATES = ['new', 'gone', 'grown', 'shrunk', 'same', 'noise'];
  const LABELS = jdhat.changes.NAMES;

  /** The figure that is compared: that of the metric of the page, or else that at t-end. */
  function figureOf(app) {
    return jdhat.changes.figureOf(app.state.metric) || 'end';
  }

  function stateButtons(app, sites, by) {
    return el('div', { class: 'cards' }, STATES.map(state => {
      const those = sites.filter(site => site.state === state);
      const more = those.reduce((sum, site) =>
        sum + (app.comparison.difference(site, by).more || 0), 0);
      return el('button', { type: 'button', class: `card state-${state}`,
        'data-keep': `state-${state}`, disabled: those.length === 0,
        title: `Only these: ${state}`, click: () => app.addTest(state) },
      el('span', { class: 'faint' }, state), el('strong', {}, count(those.length)),
      el('span', { class: 'faint' }, state === 'same' ? '±0' : signed(more)));
    }));
  }

  function columns(app, by) {
    const { comparison } = app;
    const of = name => site => comparison.difference(site, by)[name];
    const bytes = app.profile.bytesName;
    const list = [
      { id: 'state', label: 'State', width: '5rem', text: site => site.state },
      { id: 'class', label: 'Class', width: 'minmax(10rem, 1fr)',
        text: site => site.profile.typeName(site.point) || UNKNOWN },
      { id: 'leaf', label: 'Allocated at', width: 'minmax(12rem, 1.5fr)',
        text: site => site.profile.leaf(site.point) },
      { id: 'before', label: `Before, ${bytes}`, width: '9rem', of: of('before'), show: count },
      { id: 'after', label: 'After', width: '9rem', of: of('after'), show: count },
      { id: 'more', label: 'Change', width: '9rem', show: signed, of: of('more') }];
    if (comparison.isSampled) {
      list.push({ id: 'error', label: 'Error', width: '8rem', of: of('error'),
        title: 'One standard error of the change',
        show: value => value > 0 ? `± ${count(value)}` : '' });
    }
    list.push({ id: 'blocks', label: `Change, ${app.profile.blocksName}`, width: '9rem',
      of: of('blocks'), show: signed });
    return list.map(column => ({ ...column, sorts: true, number: Boolean(column.of) }));
  }

  function siteGrid(app, sites, by) {
    const all = columns(app, by);
    const sort = jdhat.table.sortOf(app.state.sort, 'change');
    const column = all.find(each => each.id === sort.id);
    const largest = { of: site => Math.abs(app.comparison.difference(site, by).more || 0) };
    const rows = jdhat.table.sorted(sites.slice(), column || largest, sort.down);
    return new jdhat.Grid({ label: 'Sites of both profiles', keep: 'diff', columns: all,
      sort: column ? sort : null, size: () => rows.length,
      cell: (row, each) => each.text ? each.text(rows[row]) : each.show(each.of(rows[row])),
      attributes: row => ({ class: `row state-${rows[row].state}` }),
      onSort: id => app.update({ sort: sort.id === id && sort.down ? `-${id}` : id }),
      known: jdhat.chosen.rowsOfSites(row => [app.profile, rows[row].index]),
      onPick: row => app.choose(jdhat.chosen.site(app, app.profile, rows[row].index)) }).element;
  }

  function heading(app, by) {
    const { comparison } = app;
    const say = which => {
      const sum = jdhat.metrics.columnSum(which, { total: 'tb', peak: 'gb', end: 'eb' }[by],
        Array.from({ length: which.size }, (_, i) => i));
      return `${count(sum.value)} ${which.bytesName}`;
    };
    return el('p', {}, el('strong', {}, `${LABELS[by][0].toUpperCase()}${LABELS[by].slice(1)}: `),
      `${say(comparison.before)} before, ${say(comparison.after)} after`);
  }

  function chooser(app) {
    return el('button', { type: 'button', 'data-keep': 'earlier',
      click: () => app.openFile(true) },
      'Compare with an earlier profile…');
  }

  /** Where a view cannot show how two profiles differ. */
  function notOfTwo(what) {
    return sentence(`Growth and shrinkage have no ${what}: choose another metric to see those of`
      + ' the later profile.');
  }

  /** Above a view of one of two profiles; empty where there is one only. */
  function ofLater(app) {
    return app.comparison ? el('p', { class: 'faint' }, 'Of the later profile only.') : '';
  }

  jdhat.views.push({
    id: 'diff',
    label: 'Diff',
    show(container, app) {
      if (!app.comparison) {
        container.append(sentence('There is one profile only. A diff needs an earlier one of the'
          + ' same mode.'), el('p', {}, chooser(app)));
        return;
      }
      app.comparison.judge(figureOf(app));
      const { by } = app.comparison;
      const sites = app.comparison.sites.filter(site => app.filter.accepts(site));
      container.append(el('div', { class: 'bar-of-choices' }, heading(app, by), chooser(app),
        jdhat.changes.legend(app)),
        stateButtons(app, sites, by), sites.length ? siteGrid(app, sites, by)
          : sentence('The filter accepts no site of the two profiles.'));
    },
  });
  jdhat.diff = { notOfTwo, ofLater };
})(globalThis.jdhat = globalThis.jdhat || {});
