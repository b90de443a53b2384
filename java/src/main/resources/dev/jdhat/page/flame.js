// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// The tree as a picture: a box is a frame, as wide as what was allocated below it.
(function (jdhat) {
  'use strict';

  const { el, sentence } = jdhat.dom;
  const { count, percent, error } = jdhat.units;
  const { BOX, Boxes } = jdhat.boxes;
  const { CHANGES, Painter } = jdhat.paint;

  const HINT = 'Click a frame to see its figures; double-click one to make it as wide as the'
    + ' picture.';

  class Flame {
    /** @param pathsNow gives the tree, also when the profile has changed */
    constructor(app, pathsNow) {
      const paths = pathsNow();
      this.app = app;
      this.paths = paths;
      this.pathsNow = pathsNow;
      this.isUp = app.state.grows === 'up';
      paths.zoomed = paths.zoomed || paths.root;
      paths.current = paths.current || paths.root;
      this.compares = jdhat.changes.compares(app);
      this.painter = new Painter(app, this.compares);
      this.canvas = el('canvas', { 'aria-hidden': 'true' });
      this.space = el('div', { class: 'space' }, this.canvas);
      this.status = el('p', { class: 'status' }, HINT);
      this.element = el('div', { class: 'flame', tabindex: 0, role: 'application',
        'data-keep': 'flame', 'aria-label': `Flame graph that grows ${app.state.grows}. Arrow keys`
        + ` go from frame to frame, ${this.isUp ? 'up' : 'down'} away from the first, Enter makes a`
        + ' frame as wide as the picture, Backspace goes back. The tree has the same as text.',
        keydown: event => this.key(event), scroll: () => this.draw(),
        pointermove: event => this.say(this.boxAt(event)), click: event => this.click(event),
        dblclick: event => this.zoom(this.boxAt(event)) }, this.space);
      jdhat.dom.resized(this.element, () => this.resize());
    }

    /** What is as wide as the picture. */
    get top() {
      return this.paths.zoomed;
    }

    /** The frame that the keyboard is at. */
    get current() {
      return this.paths.current;
    }

    resize() {
      const width = Math.max(200, this.element.clientWidth - 2);
      if (width !== this.width) {
        this.width = width;
        this.arrange();
      } else if (this.boxes) {
        const place = this.place();
        this.fit();
        this.restore(place);
      }
    }

    /** How far it is scrolled away from where the boxes begin. */
    place() {
      const { scrollTop } = this.element;
      return this.isUp && this.boxes ? this.boxes.height - this.room - scrollTop : scrollTop;
    }

    restore(place) {
      this.element.scrollTop = this.isUp ? this.boxes.height - this.room - place : place;
      this.draw();
    }

    /** Computes the boxes, and shows where they begin. */
    arrange() {
      this.boxes = new Boxes(this.paths, this.top, this.width, this.isUp);
      this.fit();
      this.element.scrollTop = this.isUp ? this.boxes.height : 0;
      this.draw();
    }

    fit() {
      this.room = this.element.clientHeight || 400;
      this.boxes.fit(this.room);
      this.space.style.height = `${this.boxes.height}px`;
    }

    draw() {
      if (!this.boxes) {
        return;
      }
      const started = performance.now();
      const { scrollTop } = this.element;
      const height = this.element.clientHeight || 400;
      const scale = window.devicePixelRatio || 1;
      const { canvas } = this;
      canvas.width = this.width * scale;
      canvas.height = height * scale;
      canvas.style.width = `${this.width}px`;
      canvas.style.height = `${height}px`;
      const context = canvas.getContext('2d');
      context.scale(scale, scale);
      context.translate(0, -scrollTop);
      this.painter.paint(context, this.boxes, ...this.boxes.between(scrollTop, scrollTop + height));
      if (this.current !== this.top) {
        this.painter.outline(context, this.boxes, this.current);
      }
      this.drawnIn = performance.now() - started;
    }

    name(node) {
      return jdhat.paint.nameOf(this.app.profile, node);
    }

    boxAt(event) {
      const frame = this.space.getBoundingClientRect();
      return this.boxes ? this.boxes.at(event.clientX - frame.left, event.clientY - frame.top)
        : undefined;
    }

    say(box) {
      const text = !box ? HINT : !box.node
        ? 'Frames too narrow to draw: make the frame before as wide as the picture to see them.'
        : `${this.name(box.node)} — ${percent(box.node.sum, this.app.selection.all)}, `
          + [`${count(box.node.sum)} ${this.app.unitName()}`,
            error(box.node.sum, box.node.error)].filter(Boolean).join(' ')
          + this.before(box.node);
      if (this.status.textContent !== text) {
        this.status.textContent = text;
        if (this.app.isReady) {
          this.app.announce(text);
        }
      }
    }

    before(node) {
      return this.compares ? `; ${jdhat.changes.words(jdhat.changes.sums(this.app, node))}` : '';
    }

    click(event) {
      const box = this.boxAt(event);
      if (box && box.node) {
        this.go(box.node);
      }
    }

    /** Makes a frame the current one, with its details beside the picture. */
    go(node) {
      this.reveal(node);
      if (node.frame >= 0) {
        this.app.choose(jdhat.chosen.node(this.app, this.pathsNow, node));
      }
    }

    /** Makes a frame the current one and brings it into sight. */
    reveal(node) {
      this.paths.current = node;
      const box = this.boxes.find(node);
      if (box) {
        const y = this.boxes.y(box.depth);
        const { scrollTop, clientHeight } = this.element;
        if (y < scrollTop || y > scrollTop + clientHeight - BOX) {
          this.element.scrollTop = Math.max(0, y - clientHeight / 2);
        }
      }
      this.draw();
      this.say(box);
    }

    /** Makes a frame as wide as the picture. */
    zoom(box) {
      if (box && box.node) {
        this.paths.zoomed = box.node;
        this.paths.current = box.node;
        this.arrange();
        this.say(this.boxes.find(box.node));
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
      if (key === (this.isUp ? 'ArrowUp' : 'ArrowDown')) {
        return this.paths.kids(node)[0];
      }
      if (key === (this.isUp ? 'ArrowDown' : 'ArrowUp')) {
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

  /** The choice between boxes from the top down and from the bottom up. */
  function growthChoice(app) {
    return el('fieldset', { class: 'choice' }, el('legend', {}, 'Grows'),
      [['down', 'Down'], ['up', 'Up']].map(([id, label]) =>
        el('label', {}, el('input', { type: 'radio', name: 'grows', value: id,
          checked: app.state.grows === id, 'data-keep': `grows-${id}`,
          change: () => app.update({ grows: id }) }), label)));
  }

  /** What the colours of two profiles mean. */
  function legend(app) {
    const words = { same: 'as before', noise: `noise, hatched: ${jdhat.changes.NOISE}` };
    return el('ul', { class: 'legend' }, CHANGES.filter(name => name !== 'noise'
      || app.comparison.hasNoise).map(name => el('li', {}, el('span', { class: `key key-${name}` }),
      words[name] || `${name.replace('-', ' ')} than before`)));
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
      const { order } = app.state;
      const flame = new Flame(app, () => jdhat.tree.pathsOf(app, order));
      const out = el('button', { type: 'button', disabled: !flame.top.parent,
        'data-keep': 'zoomout', click: () => flame.zoomOut() }, 'Zoom out');
      flame.element.addEventListener('zoomed', () => { out.disabled = !flame.top.parent; });
      container.append(el('div', { class: 'bar-of-choices' }, jdhat.tree.orderChoice(app),
        growthChoice(app), out, el('button', { type: 'button', 'data-keep': 'astext',
          click: () => app.update({ view: 'tree' }, true) }, 'The same as text')), flame.element,
      flame.compares ? legend(app) : '', flame.status);
      container.flame = flame;
      flame.resize();
      if (flame.current !== flame.paths.root) {
        flame.reveal(flame.current);
      }
    },
  });
  jdhat.flame = { Flame };
})(globalThis.jdhat = globalThis.jdhat || {});
