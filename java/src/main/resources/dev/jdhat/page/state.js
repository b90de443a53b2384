// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// What is looked at, kept in the fragment of the address, so that a view can be sent.
(function (jdhat) {
  'use strict';

  /** The words of the fragment and what they are where it does not have them. */
  const DEFAULTS = { view: 'tree', metric: '', unit: 'bytes', filter: '', order: 'leaf',
    grows: 'down', sort: '', group: 'site', frame: '', range: '' };

  /** The state of a fragment; words that it does not know are left out. */
  function parse(fragment) {
    const state = { ...DEFAULTS };
    for (const [name, value] of new URLSearchParams(fragment.replace(/^#/, ''))) {
      if (Object.hasOwn(DEFAULTS, name)) {
        state[name] = value;
      }
    }
    state.unit = state.unit === 'blocks' ? 'blocks' : 'bytes';
    state.order = state.order === 'root' ? 'root' : 'leaf';
    state.grows = state.grows === 'up' ? 'up' : 'down';
    return state;
  }

  /** The fragment of a state, without what is as usual. */
  function format(state) {
    const words = new URLSearchParams();
    for (const [name, usual] of Object.entries(DEFAULTS)) {
      if (state[name] !== usual) {
        words.set(name, state[name]);
      }
    }
    return `#${words}`;
  }

  /** Puts a state into the address; as a step that Back undoes, or in place of the latest. */
  function write(state, asStep) {
    const fragment = format(state);
    if (fragment === (location.hash || '#')) {
      return;
    }
    history[asStep ? 'pushState' : 'replaceState'](null, '', fragment);
  }

  /** The range of buckets of a state as [first, last], all of them when it names none. */
  function range(state, buckets) {
    const last = buckets ? buckets.edges.length - 2 : 0;
    const found = /^(\d+)-(\d+)$/.exec(state.range);
    if (!found) {
      return [0, last];
    }
    const from = Math.min(Number(found[1]), last);
    return [from, Math.min(Math.max(from, Number(found[2])), last)];
  }

  /** The range of buckets that comes nearest to a span of time, as a state has it. */
  function rangeOf(buckets, from, to) {
    const { edges } = buckets;
    const nearest = time => edges.reduce((best, edge, i) =>
      Math.abs(edge - time) < Math.abs(edges[best] - time) ? i : best, 0);
    const first = Math.min(nearest(from), edges.length - 2);
    return `${first}-${Math.max(first, nearest(to) - 1)}`;
  }

  jdhat.state = { DEFAULTS, parse, format, write, range, rangeOf };
})(globalThis.jdhat = globalThis.jdhat || {});
