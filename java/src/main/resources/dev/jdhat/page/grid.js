// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// A table of any number of rows: only those that can be seen are in the document.
(function (jdhat) {
  'use strict';

  const { el, fill, liken, newId, resized } = jdhat.dom;
  const ROW = 26;
  const MORE = 8;

  const grids = new WeakMap();
  /** A listener that has the grid which is in the element then. */
  const of = action => event => action(grids.get(event.currentTarget), event);

  class Grid {
    /** The grid of an element. */
    static of(element) {
      return grids.get(element);
    }

    /**
     * @param options role ('grid' or 'treegrid'), label, columns: [{ id, label, number, width in
     *   rem or minmax(rem, fr), title, sorts }], size(): how many rows, cell(row, column): text or
     *   elements, attributes(row), sort: { id, down }, onSort(id), onPick(row), onEnter(row),
     *   onToggle(row), onKey(event, row): true if taken, keep: its name, known: { of(row): what
   *   tells a row from the others, is(row, what): whether it is that }
     */
    constructor(options) {
      this.options = options;
      this.id = newId('grid');
      this.current = 0;
      /** Between the number of a row and the one in its id: a row that moves keeps its id. */
      this.shift = 0;
      this.body = el('div', { class: 'rows', role: 'rowgroup' });
      this.element = el('div', { class: 'grid', role: options.role || 'grid', tabindex: 0,
        'aria-label': options.label, 'aria-colcount': options.columns.length,
        'data-keep': options.keep || 'grid', scroll: of(grid => grid.draw()),
        keydown: of((grid, event) => grid.key(event)),
        click: of((grid, event) => grid.click(event)),
        dblclick: of((grid, event) => grid.doubleClick(event)) }, this.head(), this.body);
      grids.set(this.element, this);
      const widths = options.columns.map(column => column.width);
      this.element.style.setProperty('--columns', widths.join(' '));
      this.element.style.setProperty('--least',
        `${widths.reduce((sum, width) => sum + Number(/[\d.]+/.exec(width)[0]), 0)}rem`);
      resized(this.element, element => Grid.of(element).draw());
    }

    /** Goes on in the element of an earlier grid, which keeps its focus and its scrolling. */
    takeOver(earlier) {
      const { element, id, shift } = earlier;
      const { scrollTop } = element;
      liken(element, this.element);
      fill(element, this.head(), this.body);
      grids.set(element, this);
      Object.assign(this, { element, id, shift, drawn: null });
      this.heighten();
      element.scrollTop = scrollTop;
      this.reveal();
    }

    head() {
      const { columns, sort } = this.options;
      return el('div', { class: 'heads', role: 'rowgroup' }, el('div', { class: 'row', role: 'row',
        'aria-rowindex': 1 }, columns.map((column, i) => {
        const sorted = sort && sort.id === column.id;
        return el('div', { role: 'columnheader', class: column.number ? 'number' : '',
          'aria-colindex': i + 1, title: column.title,
          'aria-sort': sorted ? sort.down ? 'descending' : 'ascending' : false },
        column.sorts ? el('button', { type: 'button', 'data-keep': `sort-${column.id}`,
          click: () => this.options.onSort(column.id) },
        column.label, el('span', { class: 'arrow', 'aria-hidden': 'true' },
          sorted ? sort.down ? ' ▾' : ' ▴' : '')) : column.label);
      })));
    }

    /** Draws again after rows have changed; keeps the current row where there is one. */
    refresh() {
      this.current = Math.max(0, Math.min(this.current, this.options.size() - 1));
      this.drawn = null;
      this.draw();
    }

    /** How far below the top of the window a row is. */
    heightOf(row) {
      return this.element.getBoundingClientRect().top + row * ROW - this.element.scrollTop;
    }

    /** Where the reader is: the current row, and how far everything is scrolled. */
    place() {
      const { known, size } = this.options;
      const { scrollTop, scrollLeft, classList } = this.element;
      const what = row => known && row >= 0 && row < size() ? known.of(row) : undefined;
      const isPicked = classList.contains('picked');
      const fixed = this.fixed(isPicked);
      return { scrollTop, scrollLeft, isPicked, row: this.current, id: this.current + this.shift,
        current: what(this.current), fixed: what(fixed), height: this.heightOf(fixed) };
    }

    /**
     * The row that is to stay where it is on the screen; -1 for none. With the focus it is the
     * current one; without, a tree has what is chosen, or else the uppermost.
     */
    fixed(isPicked) {
      const { scrollTop, clientHeight } = this.element;
      const isTree = this.options.role === 'treegrid';
      const at = this.current * ROW - scrollTop;
      const isSeen = at > -ROW && at < clientHeight - ROW;
      return isSeen && (this.element === document.activeElement || isTree && isPicked)
        ? this.current : isTree && scrollTop > 0 ? Math.floor(scrollTop / ROW) : -1;
    }

    /**
     * Goes to a place that an earlier grid had, without choosing anything. The row that is to stay
     * on the screen does so wherever it is among the rows now; without one, the grid is scrolled as
     * it was. When the current row is gone, what is at its place is.
     */
    restore({ scrollTop, scrollLeft, isPicked, row, id, current, fixed, height }) {
      const found = this.find(current);
      this.current = found < 0 ? row : found;
      this.shift = id - this.current;
      this.element.classList.toggle('picked', isPicked && found >= 0);
      this.refresh();
      const at = this.find(fixed);
      this.element.scrollTop = at < 0 ? scrollTop : this.element.scrollTop + this.heightOf(at)
        - height;
      this.element.scrollLeft = scrollLeft;
      this.draw();
    }

    find(what) {
      const { known, size } = this.options;
      for (let row = 0; what !== undefined && known && row < size(); row++) {
        if (known.is(row, what)) {
          return row;
        }
      }
      return -1;
    }

    draw() {
      const size = this.options.size();
      const height = this.element.clientHeight || 600;
      const first = Math.max(0, Math.floor(this.element.scrollTop / ROW) - MORE);
      const last = Math.min(size, first + Math.ceil(height / ROW) + 2 * MORE);
      const drawn = `${first} ${last} ${size} ${this.current}`;
      if (drawn === this.drawn) {
        return;
      }
      this.drawn = drawn;
      this.element.setAttribute('aria-rowcount', size + 1);
      this.heighten();
      const rows = [];
      for (let row = first; row < last; row++) {
        rows.push(this.row(row));
      }
      fill(this.body, rows);
      if (this.current >= first && this.current < last) {
        this.element.setAttribute('aria-activedescendant', this.idOf(this.current));
      } else {
        this.element.removeAttribute('aria-activedescendant');
      }
    }

    idOf(row) {
      return `${this.id}-${row + this.shift}`;
    }

    row(row) {
      const { columns, cell, attributes } = this.options;
      const element = el('div', { class: 'row', role: 'row', id: this.idOf(row),
        'aria-rowindex': row + 2, 'data-row': row, 'aria-selected': String(row === this.current),
        ...(attributes ? attributes(row) : {}) },
      columns.map((column, i) => this.cell(cell(row, column), column, i)));
      element.style.top = `${row * ROW}px`;
      return element;
    }

    /** What does not fit into a cell shows when the mouse rests on it. */
    cell(content, column, i) {
      const text = Array.isArray(content) ? content.at(-1) : content;
      return el('div', { role: 'gridcell', 'aria-colindex': i + 1,
        class: column.number ? 'number' : 'text', title: !column.number && text }, content);
    }

    /** Makes room for all rows; without it there is nothing to scroll. */
    heighten() {
      this.body.style.height = `${this.options.size() * ROW}px`;
    }

    /** Brings the current row into sight. */
    reveal() {
      this.heighten();
      const top = this.current * ROW;
      const room = this.element.clientHeight - 2 * ROW;
      if (top < this.element.scrollTop) {
        this.element.scrollTop = top;
      } else if (top > this.element.scrollTop + room) {
        this.element.scrollTop = top - room;
      }
    }

    /** Makes a row the current one and brings it into sight. */
    go(row) {
      const size = this.options.size();
      if (size === 0) {
        return;
      }
      this.current = Math.max(0, Math.min(row, size - 1));
      this.reveal();
      this.element.classList.add('picked');
      this.draw();
      if (this.options.onPick) {
        this.options.onPick(this.current);
      }
    }

    key(event) {
      if (event.target !== this.element || event.ctrlKey || event.altKey || event.metaKey) {
        return;
      }
      const page = Math.max(1, Math.floor(this.element.clientHeight / ROW) - 2);
      const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page };
      if (this.options.onKey && this.options.onKey(event, this.current)) {
        event.preventDefault();
      } else if (event.key in steps) {
        this.go(this.current + steps[event.key]);
        event.preventDefault();
      } else if (event.key === 'Home' || event.key === 'End') {
        this.go(event.key === 'Home' ? 0 : this.options.size() - 1);
        event.preventDefault();
      } else if (event.key === 'Enter' && this.options.onEnter) {
        this.options.onEnter(this.current);
        event.preventDefault();
      }
    }

    rowOf(event) {
      const element = event.target.closest('[data-row]');
      return element ? Number(element.dataset.row) : -1;
    }

    click(event) {
      const row = this.rowOf(event);
      if (row >= 0) {
        const toggles = event.target.closest('.toggle');
        this.go(row);
        if (toggles && this.options.onToggle) {
          this.options.onToggle(row);
        }
      }
    }

    doubleClick(event) {
      const row = this.rowOf(event);
      if (row >= 0 && this.options.onEnter && !event.target.closest('.toggle')) {
        this.options.onEnter(row);
      }
    }
  }

  jdhat.Grid = Grid;
})(globalThis.jdhat = globalThis.jdhat || {});
