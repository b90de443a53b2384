// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// What a reader has opened, chosen and scrolled to, carried over to a later state of the same
// profile. Everything is found again by the texts of frames: indices are others there.
(function (jdhat) {
  'use strict';

  const { byId } = jdhat.dom;
  const { Paths } = jdhat.paths;

  /** The frames from below the root of a tree to a node. */
  function pathOf(paths, node, frames) {
    const path = [];
    for (let at = node; at && at !== paths.root; at = at.parent) {
      path.push(frames[at.frame]);
    }
    return path.reverse();
  }

  /** The node of a path, or the last on the way to it that there is. */
  function nearest(paths, path, frames) {
    let node = paths.root;
    for (const text of path) {
      const next = paths.kids(node).find(kid => frames[kid.frame] === text);
      if (!next) {
        break;
      }
      node = next;
    }
    return node;
  }

  /** The node of a path; undefined where there is none. */
  function find(paths, path, frames) {
    const node = nearest(paths, path, frames);
    return node.depth - paths.root.depth === path.length ? node : undefined;
  }

  /** Whether a node is the one of a path. */
  function isAt(paths, node, path, frames) {
    let at = node;
    for (let i = path.length - 1; i >= 0 && at !== paths.root; i--, at = at.parent) {
      if (frames[at.frame] !== path[i]) {
        return false;
      }
    }
    return at === paths.root && node.depth - at.depth === path.length;
  }

  /** What is open of a tree: { open, kids: the same by the texts of frames }. */
  function opened(paths, frames) {
    const all = { open: paths.root.open, kids: new Map() };
    const stack = [[paths.root, all]];
    while (stack.length > 0) {
      const [node, kept] = stack.pop();
      for (const kid of (node.grown || []).filter(each => each.open)) {
        const below = { open: true, kids: new Map() };
        kept.kids.set(frames[kid.frame], below);
        stack.push([kid, below]);
      }
    }
    return all;
  }

  function reopen(paths, all, frames) {
    const stack = [[paths.root, all]];
    while (stack.length > 0) {
      const [node, kept] = stack.pop();
      node.open = kept.open;
      for (const kid of kept.kids.size > 0 ? paths.kids(node) : []) {
        const below = kept.kids.get(frames[kid.frame]);
        if (below) {
          stack.push([kid, below]);
        }
      }
    }
  }

  /**
   * A tree that the app keeps under a name, opened as one of that name was before the profile
   * changed.
   */
  function treeOf(app, name, make) {
    return app.kept(name, () => {
      const paths = make();
      const before = app.remembered.get(name);
      if (before) {
        const { frames } = app.profile;
        reopen(paths, before.opened, frames);
        paths.zoomed = nearest(paths, before.zoomed, frames);
        paths.current = nearest(paths, before.current, frames);
      }
      return paths;
    });
  }

  /** What is to be kept when the profile changes. */
  function take(app) {
    const { frames } = app.profile;
    const trees = new Map(app.remembered);
    for (const [name, paths] of app.cache) {
      if (paths instanceof Paths) {
        const path = node => node ? pathOf(paths, node, frames) : [];
        trees.set(name, { opened: opened(paths, frames), zoomed: path(paths.zoomed),
          current: path(paths.current) });
      }
    }
    const view = byId('view');
    return { trees, chosen: app.chosen, focus: focus(), flame: view.flame && view.flame.place(),
      isInside: byId('panes').contains(document.activeElement),
      grids: new Map(grids().map(grid => [grid.options.keep, grid.place()])),
      scrolled: scrolling().map(element => element.scrollTop) };
  }

  /** Puts everything back that is still there. */
  function give(app, kept) {
    app.choose(kept.chosen ? kept.chosen.again() : null);
    grids().filter(grid => kept.grids.has(grid.options.keep)).forEach(grid =>
      grid.restore(kept.grids.get(grid.options.keep)));
    const { flame } = byId('view');
    if (flame && kept.flame) {
      flame.restore(kept.flame);
    }
    scrolling().forEach((element, i) => { element.scrollTop = kept.scrolled[i]; });
    refocus(kept.focus);
    const { activeElement } = document;
    if (kept.isInside && (!byId('panes').contains(activeElement)
      || activeElement.closest('[hidden]'))) {
      app.focusView();
    }
    // Once more: what stands above the grid may have become higher.
    const grid = jdhat.Grid.of(document.activeElement);
    if (grid && kept.grids.has(grid.options.keep)) {
      grid.restore(kept.grids.get(grid.options.keep));
    }
  }

  /** Has the range of a timeline cover the same time although buckets are others now. */
  function range(app, before) {
    const { state, parts } = app;
    if (state.range === '' || !before || !parts.buckets) {
      return;
    }
    const [first, last] = jdhat.state.range(state, before);
    const wanted = app.wanted && app.wanted.range === state.range ? app.wanted
      : { from: before.edges[first], to: before.edges[last + 1] };
    state.range = jdhat.state.rangeOf(parts.buckets, wanted.from, wanted.to);
    app.wanted = { ...wanted, range: state.range };
    jdhat.state.write(state, false);
  }

  const grids = () => [...byId('view').querySelectorAll('.grid')].map(jdhat.Grid.of);
  const scrolling = () => [document.scrollingElement, byId('view'), byId('details')];

  /** The name of what has the focus, which what replaces it has as well. */
  function focus() {
    return document.activeElement && document.activeElement.dataset.keep;
  }

  function refocus(name) {
    const again = name && document.querySelector(`[data-keep="${CSS.escape(name)}"]`);
    if (again && again !== document.activeElement) {
      again.focus({ preventScroll: true });
    }
  }

  jdhat.keep = { pathOf, find, isAt, treeOf, take, give, range, focus, refocus };
})(globalThis.jdhat = globalThis.jdhat || {});
