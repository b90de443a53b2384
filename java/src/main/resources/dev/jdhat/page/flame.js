// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// The tree as a picture: a box is a frame, as wide as what was allocated below it.
(function (jdhat) {
  'use strict';

  const { el, sentence } = jdhat.dom;
  const { count, percent, error } = jdhat.units;
  const BOX = 20;
  /** A box below this is drawn together with its neighbours, in pixels. */
  const NARROW = 0.5;
  const TEXT_FROM = 36;
  const SHADES = 6;

  /**
   * Boxes by depth: [[{ node, x, width, first: its place in its row }]]. Frames too narrow to see
   * are one box without a node, so that nothing seems to end where it does not.
   */
  function layout(paths, top, width) {
    const rows = [];
    const stack = [{ node: top, x: 0, width, depth: 0 }];
    while (stack.length > 0) {
      const box = stack.pop();
      (rows[box.depth] = rows[box.depth] || []).push(box);
      if (box.node) {
        pushKids(paths, box, stack);
      }
    }
    rows.forEach(row => row.sort((one, other) => one.x - other.x));
    return rows;
  }

  function pushKids(paths, box, stack) {
    const scale = box.width / box.node.sum;
    let x = box.x;
    let rest = 0;
    for (const node of paths.kids(box.node)) {
      const width = node.sum * scale;
      if (width >= NARROW) {
        stack.push({ node, x, width, depth: box.depth + 1 });
        x += width;
      } else {
        rest += width;
      }
    }
    if (rest >= NARROW) {
      stack.push({ node: null, x, width: rest, depth: box.depth + 1 });
    }
  }

  /** The same shade for the classes of one package; 0 for the JDK's own. */
  function shadeOf(frame) {
    if (/^(java|javax|jdk|sun|com\.sun)\./.test(frame)) {
      return 0;
    }
    const name = frame.split('(')[0].split('.').slice(0, 2).join('.');
    let hash = 0;
    for (let i = 0; i < name.length; i++) {
      hash = (31 * hash + name.charCodeAt(i)) | 0;
    }
    return 1 + Math.abs(hash) % (SHADES - 1);
  }

  class Flame {
    constructor(app, paths) {
      this.app = app;
      this.paths = paths;
      this.top = paths.root;
      this.current = paths.root;
      this.shades = new Int8Array(app.profile.frames.length).fill(-1);
      this.canvas = el('canvas', { 'aria-hidden': 'true' });
      this.space = el('div', { class: 'space' }, this.canvas);
      this.status = el('p', { class: 'status', role: 'status' });
      this.element = el('div', { class: 'flame', tabindex: 0, role: 'application',
        'data-keep': 'flame', 'aria-label': 'Flame graph. Arrow keys go from frame to frame, Enter'
        + ' makes a frame as wide as the picture, Backspace goes back. The tree has the same as'
        + ' text.',
        keydown: event => this.key(event), scroll: () => this.draw(),
        pointermove: event => this.say(this.boxAt(event)), click: event => this.click(event),
        dblclick: event => this.zoom(this.boxAt(event)) }, this.space);
      new ResizeObserver(() => this.resize()).observe(this.element);
    }

    resize() {
      const width = Math.max(200, this.element.clientWidth - 2);
      if (width !== this.width) {
        this.width = width;
        this.arrange();
      } else {
        this.draw();
      }
    }

    arrange() {
      this.rows = layout(this.paths, this.top, this.width);
      this.space.style.height = `${this.rows.length * BOX}px`;
      this.draw();
    }

    draw() {
      if (!this.rows) {
        return;
      }
      const started = performance.now();
      const height = this.element.clientHeight || 400;
      const scale = window.devicePixelRatio || 1;
      const { canvas } = this;
      canvas.width = this.width * scale;
      canvas.height = height * scale;
      canvas.style.width = `${this.width}px`;
      canvas.style.height = `${height}px`;
      const context = canvas.getContext('2d');
      context.scale(scale, scale);
      context.translate(0, -this.element.scrollTop);
      const first = Math.floor(this.element.scrollTop / BOX);
      const last = Math.min(this.rows.length, first + Math.ceil(height / BOX) + 1);
      this.paint(context, first, last);
      this.drawnIn = performance.now() - started;
    }

    paint(context, first, last) {
      const style = getComputedStyle(document.documentElement);
      const colour = name => style.getPropertyValue(name).trim();
      const fills = Array.from({ length: SHADES }, (_, i) => colour(`--flame-${i}`));
      const rest = colour('--flame-rest');
      const ink = colour('--flame-ink');
      context.font = `12px ${colour('--sans') || 'sans-serif'}`;
      context.textBaseline = 'middle';
      // Measuring each text is most of the time it takes to draw; names are mostly small letters.
      this.letter = context.measureText('abcdefghijklmnopqrstuvwxyzABC').width / 29;
      for (let depth = first; depth < last; depth++) {
        for (const box of this.rows[depth]) {
          const { node } = box;
          const shade = node === null || node.frame < 0 ? 0 : this.shade(node.frame);
          context.fillStyle = node === null ? rest : fills[shade];
          context.fillRect(box.x, depth * BOX, box.width - (box.width > 3 ? 1 : 0), BOX - 1);
          if (box.width > TEXT_FROM && node) {
            this.text(context, box, depth, ink);
          }
        }
      }
      this.outline(context, colour('--accent'));
    }

    shade(frame) {
      if (this.shades[frame] < 0) {
        this.shades[frame] = shadeOf(this.app.profile.frames[frame]);
      }
      return this.shades[frame];
    }

    text(context, box, depth, ink) {
      const text = this.name(box.node);
      const most = Math.floor((box.width - 8) / this.letter);
      context.fillStyle = ink;
      context.fillText(text.length > most ? `${text.slice(0, Math.max(1, most - 1))}…` : text,
        box.x + 4, depth * BOX + BOX / 2);
    }

    name(node) {
      return node.frame < 0 ? 'everything' : this.app.profile.frames[node.frame];
    }

    outline(context, colour) {
      const found = this.find(this.current);
      if (found && this.current !== this.top) {
        context.strokeStyle = colour;
        context.lineWidth = 2;
        context.strokeRect(found.x + 1, found.depth * BOX + 1, Math.max(1, found.width - 3),
          BOX - 3);
      }
    }

    find(node) {
      const row = this.rows[node.depth - this.top.depth] || [];
      return row.find(box => box.node === node);
    }

    boxAt(event) {
      const frame = this.space.getBoundingClientRect();
      const x = event.clientX - frame.left;
      const row = this.rows ? this.rows[Math.floor((event.clientY - frame.top) / BOX)] : null;
      return row ? row.find(box => x >= box.x && x < box.x + box.width) : undefined;
    }

    say(box) {
      const text = !box ? '' : !box.node
        ? 'Frames too narrow to draw: make the frame above as wide as the picture to see them.'
        : `${this.name(box.node)} — ${percent(box.node.sum, this.app.selection.all)}, `
          + `${count(box.node.sum)} ${this.app.unitName()}`
          + ` ${error(box.node.sum, box.node.error)}`;
      if (this.status.textContent !== text) {
        this.status.textContent = text;
      }
    }

    click(event) {
      const box = this.boxAt(event);
      if (box && box.node) {
        this.go(box.node);
      }
    }

    /** Makes a frame the current one. */
    go(node) {
      this.current = node;
      const box = this.find(node);
      if (box) {
        const y = box.depth * BOX;
        if (y < this.element.scrollTop || y > this.element.scrollTop
          + this.element.clientHeight - BOX) {
          this.element.scrollTop = Math.max(0, y - this.element.clientHeight / 2);
        }
      }
      this.draw();
      this.say(box);
      if (node.frame >= 0) {
        const { profile } = this.app;
        this.app.choose({ title: this.name(node), profile, points: node.points,
          frames: jdhat.paths.framesOf(node), whole: node.points.length === 1 });
      }
    }

    /** Makes a frame as wide as the picture. */
    zoom(box) {
      if (box && box.node) {
        this.top = box.node;
        this.current = box.node;
        this.arrange();
        this.say(this.find(box.node));
        this.element.dispatchEvent(new Event('zoomed'));
      }
    }

    zoomOut() {
      if (this.top.parent) {
        const left = this.top;
        this.zoom({ node: this.top.parent });
        this.go(left);
      }
    }

    key(event) {
      if (event.ctrlKey || event.altKey || event.metaKey) {
        return;
      }
      const next = this.neighbour(event.key);
      if (next) {
        this.go(next);
      } else if (event.key === 'Enter') {
        this.zoom({ node: this.current });
      } else if (event.key === 'Backspace') {
        this.zoomOut();
      } else if (!event.key.startsWith('Arrow')) {
        return;
      }
      event.preventDefault();
    }

    neighbour(key) {
      const node = this.current;
      if (key === 'ArrowDown') {
        return this.paths.kids(node)[0];
      }
      if (key === 'ArrowUp') {
        return node === this.top ? null : node.parent;
      }
      const step = { ArrowLeft: -1, ArrowRight: 1 }[key];
      if (!step || node === this.top) {
        return null;
      }
      const siblings = this.paths.kids(node.parent);
      return siblings[siblings.indexOf(node) + step];
    }
  }

  jdhat.views.push({
    id: 'flame',
    label: 'Flame graph',
    show(container, app) {
      if (app.selection.points.length === 0) {
        container.append(jdhat.tree.orderChoice(app), sentence('Nothing is selected: there is'
          + ' nothing to draw.'));
        return;
      }
      const flame = new Flame(app, jdhat.tree.pathsOf(app, app.state.order));
      const out = el('button', { type: 'button', disabled: true, click: () => flame.zoomOut() },
        'Zoom out');
      flame.element.addEventListener('zoomed', () => { out.disabled = !flame.top.parent; });
      container.append(el('div', { class: 'bar-of-choices' }, jdhat.tree.orderChoice(app), out,
        el('button', { type: 'button', click: () => app.update({ view: 'tree' }, true) },
          'The same as text')), flame.element, flame.status);
      container.flame = flame;
    },
  });
  jdhat.flame = { layout, Flame };
})(globalThis.jdhat = globalThis.jdhat || {});
