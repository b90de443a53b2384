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
    const sum = `${count(app.accepted)} of ${many(profile.size, 'site')}`
      + `${app.comparison ? ' of both profiles' : ''}, `
      + `${count(selection.sum)} ${app.unitName()} (${percent(selection.sum, selection.all)})`
      + ` ${error(selection.sum, selection.error)}`;
    say(byId('filtersum'), sum);
    app.announce(sum);
    showTabs(app);
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

  /** They stay, so that one that has the focus is not said again. */
  function showTabs(app) {
    const tabs = byId('tabs');
    if (tabs.children.length === 0) {
      fill(tabs, jdhat.views.map((view, i) => tab(app, view, i)));
    }
    jdhat.views.forEach((view, i) => {
      const chosen = view.id === app.state.view;
      const each = tabs.children[i];
      each.setAttribute('aria-selected', String(chosen));
      each.setAttribute('tabindex', chosen ? 0 : -1);
      each.toggleAttribute('data-keep', chosen);
      if (chosen) {
        each.dataset.keep = 'tab';
      }
    });
  }

  function tab(app, view, i) {
    return el('button', { type: 'button', role: 'tab', id: `tab-${view.id}`,
      'aria-controls': 'view', title: `Key ${i + 1}`, click: () => app.update({ view: view.id }),
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
