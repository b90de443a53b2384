// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Wires the parts together: one profile, one selection, and the view that shows it.
(function (jdhat) {
  'use strict';

  const { say, byId } = jdhat.dom;
  const { Problem } = jdhat.read;

  class App {
    constructor() {
      this.state = jdhat.state.parse(location.hash);
      this.profile = null;
      this.parts = {};
      this.comparison = null;
      this.filter = jdhat.filter.parse('');
      this.isReady = false;
      /** Whether the profile changes by itself just now. */
      this.isQuiet = false;
      /** Trees of the profile before the latest refresh, by their names. */
      this.remembered = new Map();
    }

    /**
     * Opens a file, or says what is wrong with it and keeps what is there. Whether the document
     * may still change: it is served and does not say "live": false. What is served does not
     * replace a file that the reader has opened since.
     *
     * @param source who has it: 'page', 'server' or 'reader'
     */
    async open(blob, name, source) {
      const start = performance.now();
      try {
        const document = await jdhat.read.read(blob, name);
        if (source === 'server' && this.hasLeft) {
          return false;
        }
        this.load(document, name, source === 'server' && this.profile !== null);
        this.hasLeft = source === 'reader';
        performance.measure('open', { start });
        this.say('');
        return source === 'server' && document.live !== false;
      } catch (e) {
        if (!(e instanceof Problem)) {
          throw e;
        }
        this.say(e.message);
        return false;
      }
    }

    /** @param again whether it is a later state of the profile that is there */
    load(document, name, again) {
      const profile = new jdhat.Profile(document.profile, name);
      const against = document.against ? new jdhat.Profile(document.against, 'The earlier profile')
        : again && this.comparison ? this.comparison.before : null;
      const comparison = against ? new jdhat.Comparison(against, profile, 'end') : null;
      const first = this.profile === null;
      this.isQuiet = again;
      const kept = again ? jdhat.keep.take(this) : null;
      const { buckets } = this.parts;
      this.profile = comparison ? comparison.both : profile;
      const { earlierTimeline } = this.parts;
      this.parts = jdhat.check.parts(document, profile.size);
      if (comparison && !document.against) {
        this.parts.earlierTimeline = earlierTimeline;
      }
      this.setComparison(comparison);
      if (first && comparison && !location.hash) {
        Object.assign(this.state, { view: 'diff', metric: 'end' });
      }
      jdhat.notes.show(this);
      if (kept) {
        jdhat.keep.range(this, buckets);
        this.keptTrees = kept.trees;
      }
      this.render();
      if (kept) {
        jdhat.keep.give(this, kept);
      }
      this.isQuiet = false;
      if (again && document.live === false) {
        this.announce('The profile is complete: it does not change any more.');
      }
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
        const later = this.comparison ? this.comparison.after : this.profile;
        const comparison = new jdhat.Comparison(new jdhat.Profile(document.profile, name), later,
          'end');
        this.profile = comparison.both;
        this.parts = { ...this.parts,
          earlierTimeline: jdhat.check.parts(document, 0).timeline };
        this.setComparison(comparison);
        jdhat.notes.show(this);
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

    /**
     * Has screen readers say a text, when a reader has done something. A profile that changes by
     * itself takes back what was said before, and nothing is heard of that.
     */
    announce(text) {
      say(byId('heard'), this.isQuiet ? '' : text);
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
      const focus = jdhat.keep.focus();
      this.metrics = jdhat.metrics.metricsOf(this.profile, this.parts, this.comparison);
      if (!this.metrics.some(metric => metric.id === this.state.metric)) {
        this.state.metric = jdhat.metrics.firstMetric(this.profile);
      }
      if (!jdhat.views.some(view => view.id === this.state.view)) {
        this.state.view = 'tree';
      }
      this.select();
      jdhat.controls.show(this);
      this.showView();
      jdhat.keep.refocus(focus);
    }

    select() {
      this.readFilter();
      const { metric, unit, range } = this.state;
      const { comparison, profile, parts } = this;
      const selected = JSON.stringify([metric, unit, range, this.filter.text]);
      if (comparison) {
        comparison.judge(jdhat.changes.figureOf(metric) || 'end');
      }
      if (selected === this.selected) {
        return;
      }
      this.selected = selected;
      this.cache = new Map();
      this.remembered = this.keptTrees || new Map();
      this.keptTrees = null;
      Object.assign(this, jdhat.accepted.of(this));
      this.selection = jdhat.metrics.selection(profile, jdhat.metrics.figures(profile, parts,
        comparison, this.metrics.find(each => each.id === metric), unit, this.range),
      this.acceptedPoints);
      if (jdhat.changes.compares(this)) {
        this.selection.others = jdhat.changes.others(this);
      }
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
      say(byId('filtererror'), wrong);
      byId('filter').setAttribute('aria-invalid', String(wrong !== ''));
    }

    showView() {
      const view = jdhat.views.find(each => each.id === this.state.view);
      const container = byId('view');
      this.isReady = false;
      container.flame = null;
      container.className = `view-${view.id}`;
      container.setAttribute('aria-labelledby', `tab-${view.id}`);
      document.body.classList.add('loaded');
      jdhat.stay.refill(container, () => view.show(container, this));
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
      this.chosen = chosen;
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
      return earlier ? this.openAgainst(file, file.name) : this.open(file, file.name, 'reader');
    }

    /** Draws again what has its colours in it. */
    repaint() {
      const { flame } = byId('view');
      if (flame) {
        flame.draw();
      }
    }
  }

  /** Everything that this file starts is reachable from here, for tests. */
  jdhat.app = new App();
  jdhat.inputs.listen(jdhat.app);
  jdhat.keys.listen(jdhat.app);
  jdhat.theme.listen(jdhat.app);
  jdhat.ready = jdhat.live.start(jdhat.app);
})(globalThis.jdhat = globalThis.jdhat || {});
