// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Where the boxes of a flame graph lie, from the top down or from the bottom up.
(function (jdhat) {
  'use strict';

  const BOX = 20;
  /** A box below this is drawn together with its neighbours, in pixels. */
  const NARROW = 0.5;
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

  /** The rows of a tree in a picture, and where each of them is from the top of it. */
  class Boxes {
    /** @param isUp whether the first row is the lowest */
    constructor(paths, top, width, isUp) {
      this.rows = layout(paths, top, width);
      this.top = top;
      this.isUp = isUp;
      this.height = this.rows.length * BOX;
    }

    /** Makes the picture as high as its rows, or as what there is room for. */
    fit(room) {
      this.height = Math.max(room, this.rows.length * BOX);
    }

    /** Where the upper edge of a row is. */
    y(depth) {
      return this.isUp ? this.height - (depth + 1) * BOX : depth * BOX;
    }

    /** The row at a height; may be none. */
    depthAt(y) {
      return Math.floor((this.isUp ? this.height - y : y) / BOX);
    }

    /** The first and the last row of which something is between two heights. */
    between(from, to) {
      const [one, other] = [this.depthAt(from), this.depthAt(to)];
      return [Math.max(0, Math.min(one, other)),
        Math.min(this.rows.length - 1, Math.max(one, other))];
    }

    /** The box of a node; undefined when it is too narrow, or not in the picture. */
    find(node) {
      const row = this.rows[node.depth - this.top.depth] || [];
      return row.find(box => box.node === node);
    }

    /** The box at a point of the picture. */
    at(x, y) {
      const row = this.rows[this.depthAt(y)];
      return row ? row.find(box => x >= box.x && x < box.x + box.width) : undefined;
    }
  }

  jdhat.boxes = { BOX, SHADES, Boxes, shadeOf };
})(globalThis.jdhat = globalThis.jdhat || {});
