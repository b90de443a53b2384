// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// How long blocks live, and what their sites look like: temporary, cache-like, leaking.
(function (jdhat) {
  'use strict';

  const { el, sentence } = jdhat.dom;
  const { count, percent, time, UNKNOWN } = jdhat.units;

  /** From such shares of its blocks a site is called what the name says. */
  const MOST = 0.9;
  const HALF = 0.5;
  /** From so many collections a block is old. */
  const OLD = 3;

  /** What a site looks like; docs/viewer.md has the rules. */
  const KINDS = {
    temporary: 'at least 90 % of its blocks were dead at their first collection',
    leaking: 'at least half of its blocks are alive at the end, the oldest for 3 collections or'
      + ' more',
    'cache-like': 'blocks die, but at a mean age of 2 collections or more',
    mixed: 'none of these',
    unknown: 'none of its blocks was watched',
  };

  /** One of KINDS. */
  function kindOf(profile, i) {
    const blocks = profile.tbk[i];
    if (!profile.lives(i) || !(blocks > 0)) {
      return 'unknown';
    }
    const alive = profile.ages(i, 'survivorAges');
    const died = profile.ages(i, 'deathAges');
    if (profile.temporary(i) >= MOST * blocks) {
      return 'temporary';
    }
    if (profile.ebk[i] >= HALF * blocks && alive && alive[2] >= OLD) {
      return 'leaking';
    }
    return died && died[1] >= OLD - 1 ? 'cache-like' : 'mixed';
  }

  /** The least lifetime of a class of lifetimes: 1, 10, 100 … in the units of the profile. */
  function decadeOf(lifetime) {
    return lifetime < 1 ? 0 : 10 ** Math.floor(Math.log10(lifetime) + 1e-12);
  }

  /** Blocks or bytes by the mean lifetimes of their sites. */
  function histogram(app) {
    const { profile, selection } = app;
    const sums = new Map();
    for (const point of selection.points) {
      const known = profile.lives(point) && profile.tbk[point] > 0;
      const decade = known ? decadeOf(profile.tl[point] / profile.tbk[point]) : -1;
      sums.set(decade, (sums.get(decade) || 0) + selection.figure.values[point]);
    }
    const rows = [...sums].sort((one, other) => one[0] - other[0]).map(([decade, value]) => ({
      label: decade < 0 ? 'not known' : decade === 0 ? `below ${time(1, profile)}`
        : `${time(decade, profile)} to ${time(10 * decade, profile)}`,
      value, text: count(value) }));
    return jdhat.chart.bars('By mean lifetime of a site', ['Lifetime', selection.figure.label],
      rows);
  }

  function kindTable(app, kinds) {
    const { selection } = app;
    const sums = new Map(Object.keys(KINDS).map(kind => [kind, { value: 0, sites: 0 }]));
    for (const point of selection.points) {
      const sum = sums.get(kinds.get(point));
      sum.value += selection.figure.values[point];
      sum.sites++;
    }
    return el('table', { class: 'kinds' }, el('caption', {}, 'What sites look like'),
      el('thead', {}, el('tr', {}, ['Kind', 'Sites', selection.figure.label, 'Share', 'Meaning']
        .map((label, i) => el('th', { scope: 'col', class: i > 0 && i < 4 ? 'number' : '' },
          label)))),
      el('tbody', {}, [...sums].filter(([, sum]) => sum.sites > 0).map(([kind, sum]) =>
        el('tr', {}, el('th', { scope: 'row' }, kind),
          [count(sum.sites), count(sum.value), percent(sum.value, selection.all)].map(text =>
            el('td', { class: 'number' }, text)), el('td', { class: 'faint' }, KINDS[kind])))));
  }

  const ages = (profile, point, which) => {
    const three = profile.ages(point, which);
    return !three ? UNKNOWN : three[0] === three[2] ? `${three[0]}` : `${three[0]}–${three[2]}`;
  };

  function columns(app, kinds) {
    const { profile, selection } = app;
    const oldest = (point, which) => (profile.ages(point, which) || [0, 0, NaN])[2];
    const { values } = selection.figure;
    const list = [
      { id: 'class', label: 'Class', width: 'minmax(10rem, 1fr)',
        text: row => profile.typeName(row) || UNKNOWN },
      { id: 'leaf', label: 'Allocated at', width: 'minmax(12rem, 1.5fr)',
        text: row => profile.leaf(row) },
      { id: 'value', label: selection.figure.label, width: '9rem', of: row => values[row],
        show: row => count(values[row]) },
      { id: 'lifetime', label: 'Mean lifetime', width: '8rem',
        of: row => profile.tl[row] / profile.tbk[row],
        show: row => time(profile.tl[row] / profile.tbk[row], profile) }];
    if (profile.extension) {
      list.push({ id: 'kind', label: 'Kind', width: '7rem', text: row => kinds.get(row) },
        { id: 'temporary', label: 'Temporary', width: '6.5rem',
          of: row => profile.temporary(row) / profile.tbk[row],
          show: row => percent(profile.temporary(row), profile.tbk[row]) },
        { id: 'alive', label: 'Age alive', width: '6rem', title: 'In collections, at the end',
          of: row => oldest(row, 'survivorAges'), show: row => ages(profile, row, 'survivorAges') },
        { id: 'died', label: 'Age at death', width: '7rem', title: 'In collections',
          of: row => oldest(row, 'deathAges'), show: row => ages(profile, row, 'deathAges') });
    }
    return list.map(column => ({ ...column, sorts: true, number: !column.text }));
  }

  function siteGrid(app, kinds) {
    const { profile, state } = app;
    const all = columns(app, kinds);
    const sort = jdhat.table.sortOf(state.sort, 'value');
    const column = all.find(each => each.id === sort.id) || all[2];
    const rows = jdhat.table.sorted(Array.from(app.selection.points), column, sort.down);
    return new jdhat.Grid({ label: 'Sites and their lifetimes', keep: 'lifetimes', columns: all,
      sort: { ...sort, id: column.id }, size: () => rows.length,
      cell: (row, each) => (each.show || each.text)(rows[row]),
      onSort: id => app.update({ sort: sort.id === id && sort.down ? `-${id}` : id }),
      known: jdhat.chosen.rowsOfSites(row => [profile, rows[row]]),
      onPick: row => app.choose(jdhat.chosen.site(app, profile, rows[row])) }).element;
  }

  function show(container, app) {
    const { profile, selection } = app;
    if (!profile.lifetimes) {
      container.append(sentence('This file says nothing of lifetimes: its blocks were not'
        + ' watched.'));
      return;
    }
    if (selection.figure.sign) {
      container.append(jdhat.diff.notOfTwo('lifetimes'));
      return;
    }
    if (selection.points.length === 0) {
      container.append(sentence('Nothing is selected: there are no lifetimes to show.'));
      return;
    }
    const kinds = new Map(Array.from(selection.points, i => [i, kindOf(profile, i)]));
    container.append(jdhat.diff.ofLater(app), el('div', { class: 'two' }, histogram(app),
      profile.extension ? kindTable(app, kinds) : sentence('Ages in collections are in files of'
        + ' jdhat only.')), siteGrid(app, kinds));
  }

  jdhat.views.push({ id: 'lifetimes', label: 'Lifetimes', show });
  jdhat.lifetimes = { kindOf, decadeOf };
})(globalThis.jdhat = globalThis.jdhat || {});
