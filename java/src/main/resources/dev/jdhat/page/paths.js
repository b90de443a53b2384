// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Stacks as a tree, grown only where somebody looks: a node has the points whose stacks begin
// with its frames, and groups them by the next frame when it is asked for its kids.
(function (jdhat) {
  'use strict';

  /** From the frame that allocates outward; the frame that names the class comes first. */
  function leafFirst(profile) {
    const { stackStart, stacks } = profile;
    return (point, depth) => {
      const at = stackStart[point] + depth;
      return at < stackStart[point + 1] ? stacks[at] : -1;
    };
  }

  /** From the outermost frame inward. */
  function rootFirst(profile) {
    const { stackStart, stacks } = profile;
    return (point, depth) => {
      const at = stackStart[point + 1] - 1 - depth;
      return at >= stackStart[point] ? stacks[at] : -1;
    };
  }

  /** From a place in each stack, outward (step 1) or inward (step -1); the place itself first. */
  function from(profile, places, step) {
    const { stackStart, stacks } = profile;
    return (point, depth) => {
      const at = places[point] + step * depth;
      return at >= stackStart[point] && at < stackStart[point + 1] ? stacks[at] : -1;
    };
  }

  /** A frame below other frames, and all points that have them. */
  class Node {
    constructor(frame, depth, parent, points, others, sum, variance) {
      this.frame = frame;
      this.depth = depth;
      this.parent = parent;
      this.points = points;
      /** What has nothing of the metric and belongs to the frames all the same. */
      this.others = others;
      this.sum = sum;
      this.variance = variance;
      this.open = false;
      this.grown = null;
    }

    /** One standard error of the sum. */
    get error() {
      return Math.sqrt(this.variance);
    }
  }

  /** The tree of what is selected. */
  class Paths {
    /** @param walk one of the functions above */
    constructor(selection, walk) {
      this.values = selection.figure.values;
      this.variances = selection.figure.variances;
      this.walk = walk;
      this.root = new Node(-1, 0, null, selection.points, selection.others || [], selection.sum,
        selection.error ** 2);
    }

    /** The nodes below, the largest first; stacks that end here are in none of them. */
    kids(node) {
      if (!node.grown) {
        node.grown = this.grow(node);
      }
      return node.grown;
    }

    grow(node) {
      const { points, depth } = node;
      const slots = new Map();
      const slotOf = new Int32Array(points.length);
      const groups = [];
      for (let k = 0; k < points.length; k++) {
        const point = points[k];
        const frame = this.walk(point, depth);
        if (frame < 0) {
          slotOf[k] = -1;
          continue;
        }
        let slot = slots.get(frame);
        if (slot === undefined) {
          slot = groups.push({ frame, size: 0, sum: 0, variance: 0, others: [] }) - 1;
          slots.set(frame, slot);
        }
        slotOf[k] = slot;
        const group = groups[slot];
        group.size++;
        group.sum += this.values[point];
        group.variance += this.variances ? this.variances[point] : 0;
      }
      for (const point of node.others) {
        const slot = slots.get(this.walk(point, depth));
        if (slot !== undefined) {
          groups[slot].others.push(point);
        }
      }
      return this.split(node, slotOf, groups);
    }

    split(node, slotOf, groups) {
      for (const group of groups) {
        group.points = new Int32Array(group.size);
        group.size = 0;
      }
      for (let k = 0; k < slotOf.length; k++) {
        if (slotOf[k] >= 0) {
          const group = groups[slotOf[k]];
          group.points[group.size++] = node.points[k];
        }
      }
      return groups.map(group => new Node(group.frame, node.depth + 1, node, group.points,
        group.others, group.sum, group.variance)).sort((one, other) => other.sum - one.sum);
    }

    /** How much of the node's sum is of stacks that end here. */
    own(node) {
      return node.sum - this.kids(node).reduce((sum, kid) => sum + kid.sum, 0);
    }
  }

  /** The frames from a node up to the top, the node's first. */
  function framesOf(node) {
    const frames = [];
    for (let at = node; at && at.frame >= 0; at = at.parent) {
      frames.push(at.frame);
    }
    return frames;
  }

  jdhat.paths = { Paths, leafFirst, rootFirst, from, framesOf };
})(globalThis.jdhat = globalThis.jdhat || {});
