// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Draws the boxes of a flame graph: a shade for each package, or, of two profiles, for what frames
// have more and less.
(function (jdhat) {
  'use strict';

  const { BOX, SHADES, shadeOf } = jdhat.boxes;
  const TEXT_FROM = 36;
  /** Colours of frames of two profiles, and the words for them. */
  const CHANGES = ['much-less', 'less', 'same', 'more', 'much-more', 'noise'];
  const NOISE = CHANGES.indexOf('noise');
  /** How far apart the stripes of what is noise are. */
  const STRIPES = 6;
  /** From such shares of the larger figure a change is one, or is much. */
  const SAME = 0.01;
  const MUCH = 1 / 3;

  const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  /** Stripes from one corner to the other, as those of the legend. */
  function hatching(context) {
    const tile = new OffscreenCanvas(STRIPES, STRIPES);
    const on = tile.getContext('2d');
    on.fillStyle = colour('--flame-rest');
    on.fillRect(0, 0, STRIPES, STRIPES);
    on.strokeStyle = colour('--flame-stripe');
    on.lineWidth = 1.5;
    on.beginPath();
    for (const shift of [-STRIPES, 0, STRIPES]) {
      on.moveTo(shift - 1, STRIPES + 1);
      on.lineTo(shift + STRIPES + 1, -1);
    }
    on.stroke();
    return context.createPattern(tile, 'repeat');
  }

  function nameOf(profile, node) {
    return node.frame < 0 ? 'everything' : profile.frames[node.frame];
  }

  class Painter {
    /** @param compares whether colours tell how two profiles differ */
    constructor(app, compares) {
      this.app = app;
      this.compares = compares;
      this.shades = new Int8Array(app.profile.frames.length).fill(-1);
    }

    /** Draws the rows from one to another, both included. */
    paint(context, boxes, first, last) {
      const fills = Array.from({ length: SHADES }, (_, i) => colour(`--flame-${i}`));
      const colours = CHANGES.map(name => name === 'noise' ? hatching(context)
        : colour(`--flame-${name}`));
      const rest = colour('--flame-rest');
      const ink = colour('--flame-ink');
      context.font = `12px ${colour('--sans') || 'sans-serif'}`;
      context.textBaseline = 'middle';
      // Measuring each text is most of the time it takes to draw; names are mostly small letters.
      this.letter = context.measureText('abcdefghijklmnopqrstuvwxyzABC').width / 29;
      for (let depth = first; depth <= last; depth++) {
        const y = boxes.y(depth);
        for (const box of boxes.rows[depth]) {
          const { node } = box;
          context.fillStyle = node === null ? rest : this.compares ? colours[this.change(node)]
            : fills[node.frame < 0 ? 0 : this.shade(node.frame)];
          context.fillRect(box.x, y, box.width - (box.width > 3 ? 1 : 0), BOX - 1);
          if (box.width > TEXT_FROM && node) {
            this.text(context, box, y, ink);
          }
        }
      }
    }

    /** Which of CHANGES a frame is. */
    change(node) {
      if (node.change === undefined) {
        const sums = jdhat.changes.sums(this.app, node);
        const share = jdhat.changes.share(sums);
        node.change = sums.noise ? NOISE : Math.abs(share) < SAME ? 2
          : share < -MUCH ? 0 : share < 0 ? 1 : share < MUCH ? 3 : 4;
      }
      return node.change;
    }

    shade(frame) {
      if (this.shades[frame] < 0) {
        this.shades[frame] = shadeOf(this.app.profile.frames[frame]);
      }
      return this.shades[frame];
    }

    text(context, box, y, ink) {
      const text = nameOf(this.app.profile, box.node);
      const most = Math.floor((box.width - 8) / this.letter);
      context.fillStyle = ink;
      context.fillText(text.length > most ? `${text.slice(0, Math.max(1, most - 1))}…` : text,
        box.x + 4, y + BOX / 2);
    }

    /** Draws a frame around the box of a node, where there is one. */
    outline(context, boxes, node) {
      const found = boxes.find(node);
      if (found) {
        context.strokeStyle = colour('--accent');
        context.lineWidth = 2;
        context.strokeRect(found.x + 1, boxes.y(found.depth) + 1, Math.max(1, found.width - 3),
          BOX - 3);
      }
    }
  }

  jdhat.paint = { CHANGES, Painter, nameOf };
})(globalThis.jdhat = globalThis.jdhat || {});
