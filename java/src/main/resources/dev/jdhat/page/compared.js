// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Two profiles over time: what was live and how fast they allocated, each since its own start,
// with the collections, the marks and t-gmax of both.
(function (jdhat) {
  'use strict';

  const { el, fill, sentence } = jdhat.dom;
  const { count, shortBytes, micros, UNKNOWN } = jdhat.units;
  const { BINS, FEW, FULL, HEIGHT, fit, largest, rates, said } = jdhat.chart;
  const NAMES = { before: 'Before', after: 'After' };
  const LINES = { before: 'dashed lines', after: 'solid lines' };
  /** How far above the bottom the collections of each stand, as a share of the height. */
  const TICKS = { before: 0.13, after: 0 };

  /** One of the two: its figures, and how it is drawn. */
  class Side {
    constructor(id, timeline, profile, until) {
      const { times, live, allocated, collections, marks } = timeline;
      this.id = id;
      this.timeline = timeline;
      this.peak = profile.lifetimes ? profile.timeAtPeak : NaN;
      this.marks = said(marks, micros);
      this.name = NAMES[id];
      this.end = times.at(-1);
      this.times = times;
      this.live = times.map((at, i) => [at, live[i]]).filter(([, figure]) => figure !== null);
      // Spans of about one length in both, so that their rates are as smooth as each other.
      this.rates = this.end > 0
        ? rates(times, allocated, Math.max(1, Math.round(BINS * this.end / until))) : [];
      this.most = this.live.length > 0 ? largest(this.live.map(([, figure]) => figure)) : NaN;
      this.fastest = largest(this.rates.map(([, rate]) => rate));
      this.last = this.live.length > 0 ? this.live.at(-1)[1] : NaN;
      this.allocated = allocated.at(-1);
      this.collections = collections.filter(kind => kind > 0).length;
      this.full = collections.filter(kind => kind === FULL).length;
    }

    /** The live figure after the latest collection up to a time; NaN before the first. */
    liveAt(time) {
      const found = this.live.filter(([at]) => at <= time).at(-1);
      return found ? found[1] : NaN;
    }

    rateAt(time) {
      const at = Math.min(this.rates.length - 1, Math.floor(time / this.end * this.rates.length));
      return at >= 0 ? this.rates[at][1] : NaN;
    }

    /** What it had at a time, in words. */
    at(time) {
      if (time > this.end) {
        return `${this.name}: ended at ${micros(this.end)}`;
      }
      return `${this.name}: ${bytes(this.liveAt(time))} live, ${bytes(this.rateAt(time))} per`
        + ' second';
    }
  }

  const bytes = figure => Number.isNaN(figure) ? UNKNOWN : shortBytes(figure);

  class ComparedView {
    constructor(app, timelines) {
      this.app = app;
      this.until = Math.max(...Object.values(timelines).map(({ times }) => times.at(-1)), 1);
      this.sides = Object.entries(timelines).map(([id, timeline]) =>
        new Side(id, timeline, app.comparison[id], this.until));
      this.charts = el('div', { class: 'charts',
        click: event => this.move(this.plots[0].timeAt(event.clientX
          - this.charts.getBoundingClientRect().left)) });
      this.output = el('span', { class: 'value' });
      this.slider = el('input', { type: 'range', min: 0, max: BINS, 'data-keep': 'moment',
        input: event => this.move(this.until * Number(event.target.value) / BINS) });
      this.fit = fit(this.charts, width => this.draw(width));
    }

    draw(width) {
      this.width = width;
      this.plots = [
        this.plot('Live after a collection', HEIGHT, 'live', side => side.most),
        this.plot('Allocated per second', HEIGHT * 0.8, 'rates', side => side.fastest)];
      for (const { id, live } of this.sides.filter(each => each.live.length <= FEW)) {
        live.forEach(([at, figure]) => this.plots[0].dot(at, figure, `dot-${id}`));
      }
      this.events(this.plots[0]);
      this.bands = this.plots.map(plot => plot.band('moment'));
      fill(this.charts, el('div', { role: 'img', 'aria-label': this.summary() },
        this.plots.map(plot => plot.element)), this.legend());
      this.move(this.until * (this.app.moment || 0));
    }

    /** @param what which points of a side; most: the largest of them */
    plot(title, height, what, most) {
      const plot = new jdhat.chart.Plot(this.width, height, this.until,
        largest(this.sides.map(side => most(side) || 0)));
      plot.axes(title, shortBytes, micros, true);
      // The dashes last, so that both are seen where they are the same.
      [...this.sides].reverse().forEach(side => plot.line(side[what], `line-${side.id}`, false));
      return plot;
    }

    /** When each collected, was at t-gmax and set marks; t-gmax first, so that it has its name. */
    events(plot) {
      this.sides.forEach(({ id, timeline }) => plot.collections(timeline, `of-${id}`, TICKS[id]));
      const peaks = this.sides.map(({ id, name, peak }) =>
        [peak, `line-peak of-${id}`, `${name}: t-gmax`]);
      plot.moments(peaks.concat(this.sides.flatMap(({ id, name, timeline }) =>
        timeline.marks.map(mark => [mark.time, `line-mark of-${id}`, `${name}: ${mark.name}`]))));
    }

    summary() {
      return `Live memory and allocation rate of ${this.sides.length === 2 ? 'two profiles, each'
        : 'one of two profiles,'} since its own start. ${this.sides.map(side => `${side.name}:`
        + ` over ${micros(side.end)}, at most ${bytes(side.most)} live, at most`
        + ` ${bytes(side.fastest)} allocated per second.`).join(' ')}`;
    }

    legend() {
      const rows = this.sides.length === 2 ? ', those before in the upper row' : '';
      return el('ul', { class: 'legend', 'aria-hidden': 'true' }, this.sides.map(side =>
        el('li', {}, el('span', { class: `key key-${side.id}` }),
          `${side.name}: ${LINES[side.id]}`)),
      [['collection', `Collection (tall: full)${rows}`], ['peak', 't-gmax'], ['mark', 'Mark']]
        .map(([name, text]) => el('li', {}, this.sides.map(({ id }) =>
          el('span', { class: `key key-${name} of-${id}` })), text)));
    }

    /** Goes to a time: a line in the charts, and the figures there. */
    move(time) {
      this.app.moment = time / this.until;
      this.plots.forEach((plot, i) => plot.place(this.bands[i], time, time));
      this.slider.value = Math.round(BINS * time / this.until);
      const said = [`At ${micros(time)}`, ...this.sides.map(side => side.at(time))].join('. ');
      this.slider.setAttribute('aria-valuetext', said);
      this.output.textContent = said;
    }

    /** The moment as a slider, for the keyboard. */
    moment() {
      return el('div', { class: 'sliders moments' },
        el('label', {}, el('span', {}, 'Moment'), this.slider), this.output);
    }

    /** The same in figures. */
    table() {
      const rows = { 'Recorded for': side => micros(side.end),
        'Most live': side => bytes(side.most), 'Live after the last collection': side =>
          bytes(side.last), Allocated: side => bytes(side.allocated),
        'Allocated per second, mean': side => bytes(side.end > 0
          ? 1e6 * side.allocated / side.end : NaN),
        Collections: side => count(side.collections), 'Full collections': side =>
          count(side.full), 't-gmax at': side => Number.isNaN(side.peak) ? UNKNOWN
          : micros(side.peak), Marks: ({ marks }) => marks.length === 0 ? 'none'
          : marks.flatMap((mark, i) => i === 0 ? mark : [el('br'), mark]) };
      return el('table', { class: 'overtime' }, el('caption', {}, 'Over time, in figures'),
        el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, el('span', { class: 'hidden' },
          'Figure')), this.sides.map(side => el('th', { scope: 'col', class: 'number' },
          side.name)))),
        el('tbody', {}, Object.entries(rows).map(([name, of]) => el('tr', {},
          el('th', { scope: 'row' }, name), this.sides.map(side => el('td', { class: 'number' },
            of(side)))))));
    }
  }

  /** Shows the timelines of the two profiles, as far as they have some. */
  function show(container, app) {
    const { timeline, earlierTimeline } = app.parts;
    const timelines = { ...earlierTimeline && { before: earlierTimeline },
      ...timeline && { after: timeline } };
    const view = new ComparedView(app, timelines);
    container.append(view.charts, view.moment(), view.table());
    view.fit();
    for (const id of Object.keys(NAMES).filter(each => !timelines[each])) {
      container.append(sentence(`The ${id === 'before' ? 'earlier' : 'later'} profile has no course`
        + ' over time: it is no recording of jdhat.'));
    }
    const unseen = view.sides.filter(side => side.live.length === 0).map(side => side.name);
    if (unseen.length > 0) {
      container.append(el('p', { class: 'faint' }, `${unseen.join(', ')}: what was live is not`
        + ' known, for no collection was seen.'));
    }
  }

  jdhat.compared = { show };
})(globalThis.jdhat = globalThis.jdhat || {});
