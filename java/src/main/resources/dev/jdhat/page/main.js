// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Wires the parts together: one profile, one selection, and the view that shows it.
(function (jdhat) {
  'use strict';

  const { el, fill, byId } = jdhat.dom;
  const { count, percent, error, many } = jdhat.units;
  const { Problem } = jdhat.read;

  class App {
    constructor() {
      this.state = jdhat.state.parse(location.hash);
      this.profile = null;
      this.parts = {};
      this.comparison = null;
      this.filter = jdhat.filter.parse('');
      this.isReady = false;
    }

    /**
     * Opens a file, or says what is wrong with it and keeps what is there. Whether the document
     * may still change: it is served and does not say "live": false.
     */
    async open(blob, name, served) {
      const start = performance.now();
      try {
        const document = await jdhat.read.read(blob, name);
        this.load(document, name);
        performance.measure('open', { start });
        this.say('');
        return served && document.live !== false;
      } catch (e) {
        if (!(e instanceof Problem)) {
          throw e;
        }
        this.say(e.message);
        return false;
      }
    }

    load(document, name) {
      const profile = new jdhat.Profile(document.profile, name);
      const against = document.against
        ? new jdhat.Profile(document.against, 'The earlier profile') : null;
      const comparison = against ? new jdhat.Comparison(against, profile, 'end') : null;
      const first = this.profile === null;
      this.profile = profile;
      this.parts = jdhat.check.parts(document, profile.size);
      this.setComparison(comparison);
      if (first && comparison && !location.hash) {
        Object.assign(this.state, { view: 'diff', metric: 'end' });
      }
      jdhat.notes.show(this);
      this.render();
    }

    /** Goes to a state that the address has. */
    goTo(state) {
      this.state = state;
      if (this.profile) {
        this.render();
      }
    }

    /** Opens an earlier profile to compare with. */
    async openAgainst(blob, name) {
      try {
        const document = await jdhat.read.read(blob, name);
        this.setComparison(new jdhat.Comparison(new jdhat.Profile(document.profile, name),
          this.profile, 'end'));
        this.say('');
        this.render();
      } catch (e) {
        if (!(e instanceof Problem)) {
          throw e;
        }
        this.say(e.message);
      }
    }

    setComparison(comparison) {
      this.comparison = comparison;
      this.selected = '';
      this.acceptedFor = null;
      this.choose(null);
    }

    /** A sentence above everything; an empty one takes it away. */
    say(text) {
      byId('message').textContent = text;
      byId('message').hidden = text === '';
    }

    /** Changes what is looked at; another view is a step that Back undoes. */
    update(changes, asStep) {
      const view = changes.view && changes.view !== this.state.view;
      this.state = { ...this.state, ...(view ? { sort: '' } : {}), ...changes };
      jdhat.state.write(this.state, asStep || view);
      if (this.profile) {
        this.render();
      }
    }

    /** Adds a test to the filter. */
    addTest(test) {
      this.update({ filter: jdhat.filter.withTest(this.state.filter, test) }, true);
    }

    nextMetric(step) {
      const ids = this.metrics.map(metric => metric.id);
      const next = (ids.indexOf(this.state.metric) + step + ids.length) % ids.length;
      this.update({ metric: ids[next] });
    }

    get range() {
      return jdhat.state.range(this.state, this.parts.buckets);
    }

    unitName() {
      return this.selection.figure.ofBlocks ? this.profile.blocksName : this.profile.bytesName;
    }

    /** What a view has computed for this selection before, or what `make` computes now. */
    kept(key, make) {
      if (!this.cache.has(key)) {
        this.cache.set(key, make());
      }
      return this.cache.get(key);
    }

    render() {
      const focus = document.activeElement && document.activeElement.dataset.keep;
      this.metrics = jdhat.metrics.metricsOf(this.profile, this.parts);
      if (!this.metrics.some(metric => metric.id === this.state.metric)) {
        this.state.metric = jdhat.metrics.firstMetric(this.profile);
      }
      if (!jdhat.views.some(view => view.id === this.state.view)) {
        this.state.view = 'tree';
      }
      this.select();
      this.showControls();
      this.showView();
      const again = focus && document.querySelector(`[data-keep="${CSS.escape(focus)}"]`);
      if (again && again !== document.activeElement) {
        again.focus({ preventScroll: true });
      }
    }

    select() {
      this.readFilter();
      const { metric, unit, range } = this.state;
      const selected = JSON.stringify([metric, unit, range, this.filter.text]);
      if (this.comparison) {
        this.comparison.judge(['total', 'peak', 'end'].includes(metric) ? metric : 'end');
      }
      if (selected === this.selected) {
        return;
      }
      this.selected = selected;
      this.cache = new Map();
      this.accept();
      this.selection = jdhat.metrics.selection(this.profile, jdhat.metrics.figures(this.profile,
        this.parts, metric, unit, this.range), this.acceptedPoints);
    }

    /** A wrong expression is shown as such, and the latest right one goes on. */
    readFilter() {
      let wrong = '';
      try {
        const filter = jdhat.filter.parse(this.state.filter);
        if (filter.compares && !this.comparison) {
          wrong = `"${filter.text}" speaks of two profiles, and there is one only; compare it with`
            + ' an earlier one.';
        } else {
          this.filter = filter;
        }
      } catch (e) {
        if (!(e instanceof jdhat.filter.FilterError)) {
          throw e;
        }
        wrong = e.message;
      }
      byId('filtererror').textContent = wrong;
      byId('filter').setAttribute('aria-invalid', String(wrong !== ''));
    }

    accept() {
      const { profile, filter, comparison } = this;
      this.accepted = profile.size;
      this.acceptedPoints = null;
      if (filter.text === '') {
        return;
      }
      const subject = { profile, point: 0, now: null, before: null, pair: false, state: '' };
      subject.now = subject;
      this.acceptedPoints = new Uint8Array(profile.size);
      this.accepted = 0;
      for (let i = 0; i < profile.size; i++) {
        subject.point = i;
        if (filter.accepts(comparison ? comparison.ofAfter[i] : subject)) {
          this.acceptedPoints[i] = 1;
          this.accepted++;
        }
      }
    }

    showControls() {
      const { state, selection, profile } = this;
      const input = byId('filter');
      if (input !== document.activeElement || input.value.trim() !== state.filter.trim()) {
        input.value = state.filter;
      }
      fill(byId('metric'), this.metrics.map(metric =>
        el('option', { value: metric.id, selected: metric.id === state.metric }, metric.label)));
      document.querySelectorAll('#unit input').forEach(each => {
        each.checked = each.value === state.unit;
      });
      byId('filtersum').textContent = `${count(this.accepted)} of ${many(profile.size, 'site')}, `
        + `${count(selection.sum)} ${this.unitName()} (${percent(selection.sum, selection.all)})`
        + ` ${error(selection.sum, selection.error)}`;
      fill(byId('tabs'), jdhat.views.map((view, i) => this.tab(view, i)));
    }

    tab(view, i) {
      const chosen = view.id === this.state.view;
      return el('button', { type: 'button', role: 'tab', id: `tab-${view.id}`,
        'aria-selected': String(chosen), 'aria-controls': 'view', tabindex: chosen ? 0 : -1,
        title: `Key ${i + 1}`, 'data-keep': chosen ? 'tab' : false,
        click: () => this.update({ view: view.id }),
        keydown: event => this.tabKey(event, i) }, view.label);
    }

    tabKey(event, i) {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (step) {
        const { length } = jdhat.views;
        this.update({ view: jdhat.views[(i + step + length) % length].id });
        event.preventDefault();
      }
    }

    showView() {
      const view = jdhat.views.find(each => each.id === this.state.view);
      const container = byId('view');
      this.isReady = false;
      container.replaceChildren();
      container.className = `view-${view.id}`;
      container.setAttribute('aria-labelledby', `tab-${view.id}`);
      document.body.classList.add('loaded');
      view.show(container, this);
      container.querySelectorAll('.grid').forEach(grid => grid.dispatchEvent(new Event('scroll')));
      this.isReady = true;
    }

    focusView() {
      const first = ['.grid', '.flame', 'input', 'button']
        .map(each => byId('view').querySelector(each)).find(found => found);
      (first || byId('view')).focus();
    }

    /** Shows details of sites beside the view; of nothing, takes them away. */
    choose(chosen) {
      jdhat.details.show(this, chosen);
    }

    openFile(asEarlier) {
      this.opensEarlier = asEarlier;
      byId('file').value = '';
      byId('file').click();
    }

    /** Takes a file that was chosen or dropped. */
    take(file) {
      const earlier = this.opensEarlier && this.profile;
      this.opensEarlier = false;
      return earlier ? this.openAgainst(file, file.name) : this.open(file, file.name);
    }

    toggleTheme() {
      const root = document.documentElement;
      const dark = root.dataset.theme ? root.dataset.theme === 'dark'
        : matchMedia('(prefers-color-scheme: dark)').matches;
      root.dataset.theme = dark ? 'light' : 'dark';
      byId('theme').textContent = dark ? 'Dark' : 'Light';
      if (this.profile) {
        this.showView();
      }
    }
  }

  /** Everything that this file starts is reachable from here, for tests. */
  jdhat.app = new App();
  jdhat.inputs.listen(jdhat.app);
  jdhat.keys.listen(jdhat.app);
  const dark = matchMedia('(prefers-color-scheme: dark)');
  byId('theme').textContent = dark.matches ? 'Light' : 'Dark';
  jdhat.ready = jdhat.live.start(jdhat.app);
})(globalThis.jdhat = globalThis.jdhat || {});
