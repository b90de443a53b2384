// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Keys that work everywhere on the page, and the list of all keys.
(function (jdhat) {
  'use strict';

  const { el, fill, byId } = jdhat.dom;

  const WITHIN = [
    ['Table and tree', [['↑ ↓ Page Home End', 'go from row to row'],
      ['→', 'open a node, or go to the first below it'],
      ['←', 'close a node, or go to the one above it'],
      ['*', 'open all below a node'], ['Enter', 'open a node; in a table, filter by the row']]],
    ['Flame graph', [['↑ ↓ ← →', 'go from frame to frame'],
      ['Enter', 'make a frame as wide as the picture'], ['Backspace', 'go back']]],
  ];

  /** key → [what it does in words, what it does]. */
  function commands(app) {
    const list = {
      '/': ['write a filter', () => byId('filter').select()],
      m: ['next metric', () => app.nextMetric(1)],
      M: ['metric before', () => app.nextMetric(-1)],
      u: [`bytes or blocks`, () => app.update({
        unit: app.state.unit === 'bytes' ? 'blocks' : 'bytes' })],
      i: ['leaf first or root first', () => app.update({
        order: app.state.order === 'leaf' ? 'root' : 'leaf' })],
      f: ['flame graph down or up', () => app.update({
        grows: app.state.grows === 'down' ? 'up' : 'down' })],
      v: ['go to the view', () => app.focusView()],
      o: ['open a profile', () => app.openFile(false)],
      t: ['light or dark', () => jdhat.theme.toggle(app)],
      '?': ['this list', () => help(app)],
      Escape: ['leave the filter, or close the details', () => app.choose(null)],
    };
    jdhat.views.forEach((view, i) => {
      list[String(i + 1)] = [view.label, () => app.update({ view: view.id })];
    });
    return list;
  }

  function listen(app) {
    const list = commands(app);
    document.addEventListener('keydown', event => {
      const typing = event.target.matches('input[type=text], input[type=search], select, textarea');
      if (event.ctrlKey || event.altKey || event.metaKey || byId('keys').open) {
        return;
      }
      if (typing) {
        if (event.key === 'Escape') {
          // Browsers empty a search field.
          event.preventDefault();
          app.focusView();
        }
        return;
      }
      if (Object.hasOwn(list, event.key) && (app.profile || 'o?t'.includes(event.key))) {
        event.preventDefault();
        list[event.key][1]();
      }
    });
    byId('help').addEventListener('click', () => help(app));
    byId('keysclose').addEventListener('click', () => byId('keys').close());
  }

  function help(app) {
    const everywhere = Object.entries(commands(app)).sort(([one], [other]) =>
      /\d/.test(other) - /\d/.test(one))
      .map(([key, [words]]) => [key === 'Escape' ? 'Esc' : key, words]);
    fill(byId('keylist'), [['Everywhere', everywhere], ...WITHIN].map(([title, rows]) =>
      el('section', {}, el('h3', {}, title), el('dl', {}, rows.map(([key, words]) =>
        [el('dt', {}, el('kbd', {}, key)), el('dd', {}, words)]).flat()))));
    byId('keys').showModal();
  }

  jdhat.keys = { listen };
})(globalThis.jdhat = globalThis.jdhat || {});
