// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// What is chosen of the profile, in the controls that are always there.
(function (jdhat) {
  'use strict';

  const { el, fill, say, byId } = jdhat.dom;
  const { count, percent, error, many } = jdhat.units;

  /** Has the controls say what the state of the app is. */
  function show(app) {
    const { state, selection, profile } = app;
    const input = byId('filter');
    if (!app.isTyping && (input !== document.activeElement
      || input.value.trim() !== state.filter.trim())) {
      input.value = state.filter;
    }
    showMetrics(app);
    document.querySelectorAll('#unit input').forEach(each => {
      each.checked = each.value === state.unit;
    });
    say(byId('filtersum'), `${count(app.accepted)} of ${many(profile.size, 'site')}`
      + `${app.comparison ? ' of both profiles' : ''}, `
      + `${count(selection.sum)} ${app.unitName()} (${percent(selection.sum, selection.all)})`
      + ` ${error(selection.sum, selection.error)}`);
    fill(byId('tabs'), jdhat.views.map((view, i) => tab(app, view, i)));
  }

  /** The same list is left alone: it may be open. */
  function showMetrics(app) {
    const list = byId('metric');
    const ids = app.metrics.map(metric => metric.id).join(' ');
    if (list.dataset.ids !== ids) {
      list.dataset.ids = ids;
      fill(list, app.metrics.map(({ id, label }) => el('option', { value: id }, label)));
    }
    list.value = app.state.metric;
  }

  function tab(app, view, i) {
    const chosen = view.id === app.state.view;
    return el('button', { type: 'button', role: 'tab', id: `tab-${view.id}`,
      'aria-selected': String(chosen), 'aria-controls': 'view', tabindex: chosen ? 0 : -1,
      title: `Key ${i + 1}`, 'data-keep': chosen ? 'tab' : false,
      click: () => app.update({ view: view.id }),
      keydown: event => tabKey(app, event, i) }, view.label);
  }

  function tabKey(app, event, i) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step) {
      const { length } = jdhat.views;
      app.update({ view: jdhat.views[(i + step + length) % length].id });
      event.preventDefault();
    }
  }

  jdhat.controls = { show };
})(globalThis.jdhat = globalThis.jdhat || {});
