// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Bars as a table, and lines over time as SVG.
(function (jdhat) {
  'use strict';

  const { el } = jdhat.dom;
  const { count, percent } = jdhat.units;
  /** How high a chart over time is, and of how many spans its rates are at most. */
  const HEIGHT = 170;
  const BINS = 240;
  /** So few collections are dots as well. */
  const FEW = 200;
  const MARGIN = { left: 76, right: 16, top: 18, bottom: 22 };
  const FULL = 2;
  const MARKS_SAID = 100;
  /** Narrower than this a chart is not drawn: what it stands in is scrolled then. */
  const LEAST_WIDTH = 320;
  /** How names of moments stand in a chart: rows of them, how high, how long they may be. */
  const NAMES = { rows: 4, height: 13, letters: 28 };

  function svg(tag, attributes, ...children) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    for (const [name, value] of Object.entries(attributes)) {
      element.setAttribute(name, value);
    }
    element.append(...children);
    return element;
  }

  /**
   * A histogram as a table, one row a class.
   *
   * @param rows [{ label, value, text, onPick }]; text is the value for a reader
   */
  function bars(caption, labels, rows) {
    const largest = Math.max(...rows.map(row => row.value), 0);
    const sum = rows.reduce((all, row) => all + row.value, 0);
    return el('table', { class: 'bars' }, el('caption', {}, caption),
      el('thead', {}, el('tr', {}, labels.map((label, i) =>
        el('th', { scope: 'col', class: i ? 'number' : '' }, label)),
      el('th', { scope: 'col', class: 'number' }, 'Share'),
      el('th', { scope: 'col' }, el('span', { class: 'hidden' }, 'Bar')))),
      el('tbody', {}, rows.map(row => {
        const bar = el('div', { class: row.other ? 'bar other' : 'bar' });
        bar.style.width = `${largest > 0 ? 100 * row.value / largest : 0}%`;
        return el('tr', {}, el('th', { scope: 'row' }, row.label),
          el('td', { class: 'number' }, row.text),
          el('td', { class: 'number' }, percent(row.value, sum)), el('td', {}, bar));
      })));
  }

  /** Round numbers up to a largest one, about `count` of them. */
  function ticks(largest, count, binary) {
    if (!(largest > 0)) {
      return [0];
    }
    const power = binary ? 2 ** Math.floor(Math.log2(largest / count))
      : 10 ** Math.floor(Math.log10(largest / count));
    const step = (binary ? [1, 2, 4] : [1, 2, 5, 10]).map(factor => factor * power)
      .find(each => largest / each <= count + 0.5) || largest;
    const list = [];
    for (let tick = 0; tick <= largest; tick += step) {
      list.push(tick);
    }
    return list;
  }

  /** Bytes a second in equal spans of time, from a cumulative count: [[time, rate], …]. */
  function rates(times, allocated, bins) {
    const until = times[times.length - 1];
    const list = [];
    let k = 0;
    let before = 0;
    for (let bin = 1; bin <= bins; bin++) {
      const at = until * bin / bins;
      while (k < times.length - 1 && times[k] < at) {
        k++;
      }
      const start = k > 0 ? times[k - 1] : 0;
      const from = k > 0 ? allocated[k - 1] : 0;
      const share = times[k] > start ? Math.min(1, (at - start) / (times[k] - start)) : 1;
      const now = from + share * (allocated[k] - from);
      list.push([until * (bin - 0.5) / bins, Math.max(0, now - before) * bins / until * 1e6]);
      before = now;
    }
    return list;
  }

  /** The largest of a list that may be long and have nulls. */
  function largest(...lists) {
    return lists.flat().reduce((most, value) => Math.max(most, value || 0), 0);
  }

  /**
   * Has charts drawn when their element has got a width, and again whenever it has another.
   *
   * @param draw takes the width in pixels
   * @returns what to call when the element has come into the document
   */
  function fit(charts, draw) {
    let last = 0;
    const now = () => {
      const width = Math.max(LEAST_WIDTH, charts.clientWidth);
      if (width !== last) {
        last = width;
        draw(width);
      }
    };
    jdhat.dom.resized(charts, now);
    return now;
  }

  /** A text as one that has room in a chart. */
  const cut = text => text.length > NAMES.letters ? `${text.slice(0, NAMES.letters - 1)}…` : text;

  const measure = document.createElement('canvas').getContext('2d');

  /** How wide a name is, in pixels. */
  function widthOf(text) {
    measure.font = `11px ${getComputedStyle(document.body).fontFamily}`;
    return measure.measureText(text).width;
  }

  /** Two axes in a rectangle: where a time and a figure lie. */
  class Plot {
    constructor(width, height, until, largest) {
      this.width = width;
      this.height = height;
      this.until = Math.max(1, until);
      this.largest = largest > 0 ? largest : 1;
      this.element = svg('svg', { width, height, 'aria-hidden': 'true' });
      /** Of each row of names, the spans of x that are taken. */
      this.taken = Array.from({ length: NAMES.rows }, () => []);
    }

    x(time) {
      return MARGIN.left + (this.width - MARGIN.left - MARGIN.right) * time / this.until;
    }

    timeAt(x) {
      const share = (x - MARGIN.left) / (this.width - MARGIN.left - MARGIN.right);
      return this.until * Math.max(0, Math.min(1, share));
    }

    y(figure) {
      return this.height - MARGIN.bottom
        - (this.height - MARGIN.bottom - MARGIN.top) * figure / this.largest;
    }

    axes(title, figureText, timeText, binary) {
      const { element } = this;
      element.append(svg('text', { x: 4, y: 12, class: 'title' }, title));
      for (const tick of ticks(this.largest, 4, binary)) {
        const y = this.y(tick);
        element.append(svg('line', { x1: MARGIN.left, x2: this.width - MARGIN.right, y1: y, y2: y,
          class: 'grid-line' }),
        svg('text', { x: MARGIN.left - 8, y: y + 4, class: 'end' }, figureText(tick)));
      }
      for (const tick of ticks(this.until, Math.max(2, Math.floor(this.width / 130)))) {
        element.append(svg('text', { x: this.x(tick), y: this.height - 6, class: 'middle' },
          timeText(tick)));
      }
    }

    /** A line through [time, figure] points; as an area down to 0 when asked for. */
    line(points, name, asArea) {
      if (points.length === 0) {
        return;
      }
      const path = points.map(([time, figure], i) =>
        `${i ? 'L' : 'M'}${this.x(time).toFixed(1)} ${this.y(figure).toFixed(1)}`).join('');
      const close = asArea ? `L${this.x(points[points.length - 1][0]).toFixed(1)} ${this.y(0)}`
        + `L${this.x(points[0][0]).toFixed(1)} ${this.y(0)}Z` : '';
      this.element.append(svg('path', { d: path + close, class: name }));
    }

    dot(time, figure, name) {
      this.element.append(svg('circle', { cx: this.x(time), cy: this.y(figure), r: 2.2,
        class: name }));
    }

    /** A line across at a time, `share` of the height long, from `from` of it above the bottom. */
    upright(time, name, share, from = 0) {
      const x = this.x(time);
      const y = part => this.y(0) - (this.y(0) - MARGIN.top) * part;
      this.element.append(svg('line', { x1: x, x2: x, y1: y(from), y2: y(from + share),
        class: name }));
    }

    /** The collections of a timeline, as short lines from the bottom; full ones are longer. */
    collections({ times, collections }, name, from) {
      collections.forEach((kind, i) => {
        if (kind > 0) {
          this.upright(times[i], `tick ${name}`, kind === FULL ? 0.1 : 0.05, from);
        }
      });
    }

    /** Lines over all of the height at times, [[time, class, name], …]; names above all lines. */
    moments(list) {
      const seen = list.filter(([time]) => time >= 0 && time <= this.until);
      // The first last: the broken lines of before are seen upon the solid ones of after.
      [...seen].reverse().forEach(([time, line]) => this.upright(time, line, 1));
      seen.forEach(([time, , text]) => this.name(time, cut(text)));
    }

    /** A name at a time, in the first row that has room for it; in none it is left out. */
    name(time, shown) {
      const x = this.x(time);
      const width = widthOf(shown) + 4;
      const late = x + width > this.width - MARGIN.right;
      const [from, to] = late ? [x - width, x] : [x, x + width];
      const row = this.taken.findIndex(spans => spans.every(([a, b]) => to <= a || from >= b));
      if (row >= 0) {
        this.taken[row].push([from - 6, to + 6]);
        this.element.append(svg('text', { x: x + (late ? -4 : 4),
          y: MARGIN.top + 10 + row * NAMES.height, class: late ? 'end name' : 'name' }, shown));
      }
    }

    /** A rectangle over all of the height between two times; returned to be moved. */
    band(name) {
      const band = svg('rect', { y: MARGIN.top, height: this.y(0) - MARGIN.top, class: name });
      this.element.append(band);
      return band;
    }

    place(band, from, to) {
      band.setAttribute('x', this.x(from));
      band.setAttribute('width', Math.max(1, this.x(to) - this.x(from)));
    }
  }

  /** Marks as texts, 'warm at 3.0 s'; what is more than a reader can use is counted. */
  function said(marks, timeText) {
    const more = marks.length - MARKS_SAID;
    return [...marks.slice(0, MARKS_SAID).map(({ name, time }) => `${name} at ${timeText(time)}`),
      ...more > 0 ? [`and ${count(more)} more`] : []];
  }

  jdhat.chart = { HEIGHT, BINS, FEW, FULL, bars, ticks, rates, largest, fit, said, Plot };
})(globalThis.jdhat = globalThis.jdhat || {});
