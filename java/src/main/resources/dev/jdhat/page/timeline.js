// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Memory over time, and the sites of a range of it.
(function (jdhat) {
  'use strict';

  const { el, fill, sentence } = jdhat.dom;
  const { BINS, FEW, HEIGHT, fit, largest, rates, said } = jdhat.chart;
  const { count, percent, shortBytes, time, many } = jdhat.units;
  const RANGE_METRICS = ['born', 'kept', 'died'];
  const TOP = 200;

  class TimeView {
    constructor(app) {
      this.app = app;
      this.timeline = app.parts.timeline;
      this.buckets = app.parts.buckets;
      this.until = Math.max(app.profile.timeAtEnd, this.timeline.times.at(-1));
      this.charts = el('div', { class: 'charts' });
      this.range = app.range;
      if (this.buckets) {
        this.listen();
      }
      this.fit = fit(this.charts, width => this.draw(width));
    }

    draw(width) {
      this.width = width;
      this.bands = [];
      fill(this.charts, el('div', { role: 'img', 'aria-label': this.summary() },
        this.memory().element, this.rate().element), this.legend(), this.marks());
      this.shade();
    }

    summary() {
      const { times, live, occupied, collections, marks } = this.timeline;
      return `Memory over ${time(times.at(-1), this.app.profile)}: at most`
        + ` ${shortBytes(largest(live))} live and ${shortBytes(largest(occupied))} with garbage, in`
        + ` ${many(collections.filter(kind => kind > 0).length, 'collection')},`
        + ` ${many(marks.length, 'mark')}.`;
    }

    memory() {
      const { times, live, occupied, marks } = this.timeline;
      const { profile } = this.app;
      const plot = new jdhat.chart.Plot(this.width, HEIGHT, this.until, largest(live, occupied));
      this.plot = plot;
      plot.axes('Memory', shortBytes, tick => time(tick, profile), true);
      plot.line(times.map((at, i) => [at, occupied[i] || 0]), 'area-occupied', true);
      const known = times.map((at, i) => [at, live[i]]).filter(([, figure]) => figure !== null);
      plot.line(known, 'line-live', false);
      if (known.length <= FEW) {
        known.forEach(([at, figure]) => plot.dot(at, figure, 'dot-live'));
      }
      plot.collections(this.timeline, '', 0);
      plot.moments([...profile.lifetimes ? [[profile.timeAtPeak, 'line-peak', 't-gmax']] : [],
        ...marks.map(mark => [mark.time, 'line-mark', mark.name])]);
      this.bands.push(plot.band('band'));
      return plot;
    }

    rate() {
      const { times, allocated } = this.timeline;
      const points = rates(times, allocated, BINS);
      const plot = new jdhat.chart.Plot(this.width, HEIGHT * 0.6, this.until,
        largest(points.map(([, rate]) => rate)));
      plot.axes('Allocated per second', shortBytes, tick => time(tick, this.app.profile), true);
      plot.line(points, 'area-rate', true);
      this.bands.push(plot.band('band'));
      return plot;
    }

    legend() {
      const item = (name, text) => el('li', {}, el('span', { class: `key ${name}` }), text);
      return el('ul', { class: 'legend', 'aria-hidden': 'true' },
        item('key-live', 'Live after a collection'), item('key-occupied', 'With garbage'),
        item('key-rate', 'Allocation rate'), item('key-collection', 'Collection (tall: full)'),
        item('key-peak', 't-gmax'), item('key-mark', 'Mark'));
    }

    /** The marks as text: the chart has room for some of their names only. */
    marks() {
      const marks = said(this.timeline.marks, at => time(at, this.app.profile));
      return marks.length === 0 ? null
        : el('p', { class: 'faint marks' }, `Marks: ${marks.join(', ')}.`);
    }

    /** Shows the range, unless it is everything. */
    shade() {
      const edges = this.buckets ? this.buckets.edges : [0, 0];
      const [from, to] = this.range;
      const all = !this.buckets || this.isWhole();
      this.bands.forEach(band => {
        this.plot.place(band, edges[from], edges[to + 1]);
        band.setAttribute('visibility', all ? 'hidden' : 'visible');
      });
    }

    bucketAt(event) {
      const at = this.plot.timeAt(event.clientX - this.charts.getBoundingClientRect().left);
      const { edges } = this.buckets;
      const found = edges.findIndex((edge, i) => i > 0 && at < edge);
      return found < 0 ? edges.length - 2 : found - 1;
    }

    listen() {
      let start = -1;
      this.charts.addEventListener('pointerdown', event => {
        start = this.bucketAt(event);
        this.charts.setPointerCapture(event.pointerId);
        this.setRange(start, start);
      });
      this.charts.addEventListener('pointermove', event => {
        if (start >= 0) {
          const at = this.bucketAt(event);
          this.setRange(Math.min(start, at), Math.max(start, at));
        }
      });
      this.charts.addEventListener('pointerup', () => {
        if (start >= 0) {
          start = -1;
          this.take();
        }
      });
    }

    setRange(from, to) {
      this.range = [from, to];
      this.shade();
    }

    take() {
      const { state } = this.app;
      this.app.update({ range: `${this.range[0]}-${this.range[1]}`,
        metric: RANGE_METRICS.includes(state.metric) ? state.metric : 'kept' });
    }

    /** The range as two sliders, for the keyboard. */
    sliders() {
      const { edges } = this.buckets;
      const text = edge => time(edges[edge], this.app.profile);
      const slider = (label, which, edge) => el('label', {}, el('span', {}, label),
        el('input', { type: 'range', min: 0, max: edges.length - 2, value: this.range[which],
          'data-keep': `range-${which}`, 'aria-valuetext': text(edge),
          change: event => this.slide(which, Number(event.target.value)) }),
        el('span', { class: 'value' }, text(edge)));
      return el('div', { class: 'sliders' }, slider('From', 0, this.range[0]),
        slider('to', 1, this.range[1] + 1), el('button', { type: 'button', 'data-keep': 'whole',
          disabled: this.isWhole(), click: () => this.app.update({ range: '' }) },
        'The whole run'));
    }

    isWhole() {
      return this.range[0] === 0 && this.range[1] === this.buckets.edges.length - 2;
    }

    slide(which, value) {
      this.setRange(which === 0 ? value : Math.min(this.range[0], value),
        which === 1 ? value : Math.max(this.range[1], value));
      this.take();
    }
  }

  /** Three sums of the range; pressing one makes it the metric of all views. */
  function sums(app) {
    const { profile, parts, state } = app;
    return el('div', { class: 'cards' }, RANGE_METRICS.map(id => {
      const figure = jdhat.metrics.figures(profile, parts, app.comparison,
        app.metrics.find(metric => metric.id === id), state.unit, app.range);
      const selection = jdhat.metrics.selection(profile, figure, app.acceptedPoints);
      return el('button', { type: 'button', class: 'card', 'data-keep': `card-${id}`,
        'aria-pressed': String(state.metric === id), click: () => app.update({ metric: id }) },
      el('span', { class: 'faint' }, figure.label),
      el('strong', {}, `${count(selection.sum)} ${figure.ofBlocks ? profile.blocksName
        : profile.bytesName}`),
      el('span', { class: 'faint' }, many(selection.points.length, 'site')));
    }));
  }

  /** The largest sites under the metric of the page. */
  function topSites(app) {
    const { profile, selection } = app;
    const { values } = selection.figure;
    const points = Array.from(selection.points).sort((a, b) => values[b] - values[a]).slice(0, TOP);
    return new jdhat.Grid({ label: `Sites: ${selection.figure.label}`, keep: 'timesites',
      columns: [{ id: 'class', label: 'Class', width: 'minmax(10rem, 1fr)' },
        { id: 'leaf', label: 'Allocated at', width: 'minmax(12rem, 2fr)' },
        { id: 'value', label: selection.figure.label, number: true, width: '17rem' },
        { id: 'share', label: 'Share', number: true, width: '5rem' }],
      size: () => points.length,
      cell: (row, column) => ({ class: () => profile.typeName(points[row]) || '–',
        leaf: () => profile.leaf(points[row]), value: () => count(values[points[row]]),
        share: () => percent(values[points[row]], selection.all) })[column.id](),
      known: jdhat.chosen.rowsOfSites(row => [profile, points[row]]),
      onPick: row => app.choose(jdhat.chosen.site(app, profile, points[row])) }).element;
  }

  function show(container, app) {
    const { parts, selection } = app;
    if (app.comparison && (parts.earlierTimeline || parts.timeline && !parts.buckets)) {
      jdhat.compared.show(container, app);
      if (!parts.buckets) {
        container.append(el('p', { class: 'faint' }, 'A range of time, with what was allocated or'
          + ' died in it, belongs to one profile: make a page of a recording with jdhat html.'));
        return;
      }
    }
    if (!parts.timeline) {
      container.append(sentence(app.comparison ? 'Neither of the two profiles has a course over'
        + ' time: only a recording of jdhat has one. Compare recordings with jdhat diff --html.'
        : 'This file has no course over time: only a recording of jdhat has'
        + ' one. Make the page of the recording with jdhat html.'));
      return;
    }
    const view = new TimeView(app);
    container.append(jdhat.diff.ofLater(app), view.charts);
    view.fit();
    if (!parts.buckets) {
      container.append(sentence('This file does not say when the blocks of a site were born and'
        + ' died, so there are no sites of a range of time.'));
      return;
    }
    container.append(view.sliders(), sums(app));
    if (parts.buckets.left > 0) {
      container.append(el('p', { class: 'faint' }, `${many(parts.buckets.left, 'small site')}`
        + ' without times of their own are not counted in these three.'));
    }
    container.append(selection.points.length ? topSites(app)
      : sentence('No site has any of this metric in this range.'));
  }

  jdhat.views.push({ id: 'timeline', label: 'Timeline', show });
})(globalThis.jdhat = globalThis.jdhat || {});
