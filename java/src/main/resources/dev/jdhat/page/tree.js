// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// DHAT's tree, with everything in it: nothing is too small to be opened.
(function (jdhat) {
  'use strict';

  const { el, sentence } = jdhat.dom;
  const { count, percent, error, many } = jdhat.units;
  const INDENT = 14;
  const INDENT_MAX = 30;
  /** What is opened at first: large nodes, as long as they are few. */
  const LARGE = 0.1;
  const ROWS_FIRST = 40;

  /** A tree as rows that open and close. */
  class TreeGrid {
    /**
     * @param paths gives the tree, also when the profile has changed
     * @param keep a word that tells this tree from others of the page, to keep the focus
     */
    constructor(app, paths, label, keep) {
      this.app = app;
      this.paths = paths();
      this.pathsNow = paths;
      this.sum = app.selection.all;
      this.compares = jdhat.changes.compares(app);
      /** Only the large tree has room for everything. */
      this.isLarge = keep === 'tree';
      this.openFirst();
      this.flatten();
      this.grid = new jdhat.Grid({ role: 'treegrid', label, keep, columns: this.columns(),
        size: () => this.rows.length, cell: (row, column) => this.cell(this.rows[row], column),
        attributes: row => this.attributes(this.rows[row]),
        onPick: row => this.pick(this.rows[row].node),
        onEnter: row => this.toggle(row), onToggle: row => this.toggle(row),
        onKey: (event, row) => this.key(event, row), known: this.known() });
      this.element = this.grid.element;
    }

    known() {
      const { frames } = this.app.profile;
      return { of: row => jdhat.keep.pathOf(this.paths, this.rows[row].node, frames),
        is: (row, path) => jdhat.keep.isAt(this.paths, this.rows[row].node, path, frames) };
    }

    columns() {
      const { figure } = this.app.selection;
      const { profile } = this.app;
      const list = [{ id: 'frame', label: 'Frame',
        width: this.compares ? 'minmax(12rem, 1fr)' : 'minmax(13rem, 1fr)' },
        { id: 'value', label: figure.ofBlocks ? profile.blocksName : profile.bytesName,
          number: true, width: this.compares ? '8rem' : '9rem', title: figure.label },
        { id: 'share', label: 'Share', number: true, width: '5rem' }];
      if (figure.variances && (this.isLarge || !this.compares)) {
        list.push({ id: 'error', label: 'Error', number: true, width: '5rem',
          title: 'One standard error' });
      }
      if (this.compares) {
        const { title, width } = jdhat.changes.column(this.app);
        return list.concat(this.isLarge
          ? { id: 'before', label: 'Before', number: true, width: '7.5rem', title } : [],
        { id: 'more', label: 'Change', number: true, width, title });
      }
      return list.concat({ id: 'sites', label: 'Sites', number: true, width: '5rem' });
    }

    /** Opens the largest nodes of a tree that nobody has looked at yet. */
    openFirst() {
      const { root } = this.paths;
      if (root.open) {
        return;
      }
      root.open = true;
      let rows = this.paths.kids(root).length;
      const queue = [...this.paths.kids(root)];
      while (queue.length > 0 && rows < ROWS_FIRST) {
        const node = queue.shift();
        if (node.sum >= LARGE * root.sum) {
          node.open = true;
          rows += this.paths.kids(node).length;
          queue.push(...this.paths.kids(node));
        }
      }
    }

    /** The rows that are open, from the top; `indent` grows at forks only. */
    flatten() {
      this.rows = [];
      const stack = this.paths.kids(this.paths.root).map(node => ({ node, indent: 0 })).reverse();
      while (stack.length > 0) {
        const row = stack.pop();
        this.rows.push(row);
        if (row.node.open) {
          const kids = this.paths.kids(row.node);
          const indent = row.indent + (kids.length > 1 ? 1 : 0);
          for (let i = kids.length - 1; i >= 0; i--) {
            stack.push({ node: kids[i], indent });
          }
        }
      }
    }

    cell({ node, indent }, column) {
      switch (column.id) {
        case 'frame': return this.frame(node, indent);
        case 'value': return count(node.sum);
        case 'share': return percent(node.sum, this.sum);
        case 'before': return count(this.change(node).before);
        case 'more': return jdhat.changes.shown(this.change(node));
        case 'error': return error(node.sum, node.error);
        default: return count(node.points.length);
      }
    }

    change(node) {
      return jdhat.changes.sums(this.app, node);
    }

    frame(node, indent) {
      const leaf = this.isLeaf(node);
      const toggle = el('span', { class: leaf ? 'toggle none' : 'toggle', 'aria-hidden': 'true' },
        leaf ? '' : node.open ? '▾' : '▸');
      toggle.style.marginLeft = `${INDENT * Math.min(indent, INDENT_MAX)}px`;
      return [toggle, this.app.profile.frames[node.frame]];
    }

    /** Whether every stack ends here; looks no further than the first that does not. */
    isLeaf(node) {
      return node.points.every(point => this.paths.walk(point, node.depth) < 0);
    }

    attributes({ node }) {
      return { 'aria-level': node.depth - this.paths.root.depth,
        'aria-expanded': this.isLeaf(node) ? false : String(node.open) };
    }

    pick(node) {
      this.app.choose(jdhat.chosen.node(this.app, this.pathsNow, node));
    }

    /** Opens a node and the only ones below it down to a fork, or closes it. */
    toggle(row) {
      let { node } = this.rows[row];
      node.open = !node.open;
      while (node.open && this.paths.kids(node).length === 1) {
        node = this.paths.kids(node)[0];
        node.open = true;
      }
      this.flatten();
      this.grid.refresh();
    }

    key(event, row) {
      const { node } = this.rows[row] || {};
      if (!node) {
        return false;
      }
      if (event.key === 'ArrowRight') {
        if (node.open) {
          this.grid.go(row + 1);
        } else if (!this.isLeaf(node)) {
          this.toggle(row);
        }
        return true;
      }
      if (event.key === 'ArrowLeft') {
        if (node.open) {
          this.toggle(row);
        } else {
          this.grid.go(Math.max(0, this.rows.findIndex(each => each.node === node.parent)));
        }
        return true;
      }
      if (event.key === '*') {
        this.openBelow(node);
        return true;
      }
      return false;
    }

    /** Opens what is below a node, largest first, as long as it is few rows. */
    openBelow(node) {
      const queue = [node];
      for (let left = 1000; queue.length > 0 && left > 0; left--) {
        const next = queue.shift();
        next.open = true;
        queue.push(...this.paths.kids(next));
      }
      this.flatten();
      this.grid.refresh();
    }
  }

  /** The choice between leaf first and root first. */
  function orderChoice(app) {
    return el('fieldset', { class: 'choice' }, el('legend', {}, 'Order'),
      [['leaf', 'Leaf first'], ['root', 'Root first']].map(([id, label]) =>
        el('label', {}, el('input', { type: 'radio', name: 'order', value: id,
          checked: app.state.order === id, 'data-keep': `order-${id}`,
          change: () => app.update({ order: id }) }), label)));
  }

  function pathsOf(app, order) {
    return jdhat.keep.treeOf(app, `paths ${order}`, () => new jdhat.paths.Paths(app.selection,
      order === 'leaf' ? jdhat.paths.leafFirst(app.profile) : jdhat.paths.rootFirst(app.profile)));
  }

  /** What the tree does not have, in words. */
  function absent(app) {
    const none = app.accepted - app.selection.points.length;
    return none > 0 ? el('p', { class: 'faint' },
      `Not in the tree: ${many(none, 'site')} with nothing of this metric.`) : null;
  }

  jdhat.views = jdhat.views || [];
  jdhat.views.push({
    id: 'tree',
    label: 'Tree',
    show(container, app) {
      if (app.selection.points.length === 0) {
        container.append(orderChoice(app), sentence('Nothing is selected: no site has any of this'
          + ' metric under this filter.'));
        return;
      }
      const { order } = app.state;
      const tree = new TreeGrid(app, () => pathsOf(app, order), 'Tree of stacks', 'tree');
      container.append(el('div', { class: 'bar-of-choices' }, orderChoice(app), absent(app),
        tree.compares ? jdhat.changes.legend(app) : null), tree.element);
    },
  });
  jdhat.tree = { TreeGrid, orderChoice, pathsOf };
})(globalThis.jdhat = globalThis.jdhat || {});
