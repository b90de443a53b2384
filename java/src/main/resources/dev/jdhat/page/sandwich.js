// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// One frame between those that call it and those that it calls.
(function (jdhat) {
  'use strict';

  const { el, sentence } = jdhat.dom;
  const { count, many } = jdhat.units;

  /** Of each frame what its stacks have (`all`) and what it allocates itself (`own`). */
  function byFrame(app) {
    const { profile, selection } = app;
    const all = new Float64Array(profile.frames.length);
    const own = new Float64Array(profile.frames.length);
    const seen = new Int32Array(profile.frames.length).fill(-1);
    const rows = jdhat.changes.compares(app) ? rowsByFrame(app) : null;
    for (const point of selection.points) {
      const value = selection.figure.values[point];
      const first = profile.stackStart[point] + profile.named[point];
      for (let at = first; at < profile.stackStart[point + 1]; at++) {
        const frame = profile.stacks[at];
        if (at === first) {
          own[frame] += value;
        }
        if (seen[frame] !== point) {
          seen[frame] = point;
          all[frame] += value;
        }
      }
    }
    return { all, own, rows, frames: frames(all) };
  }

  /** What is counted of each frame and what belongs to it besides, for two profiles. */
  function rowsByFrame(app) {
    const { profile, selection } = app;
    const rows = profile.frames.map(() => ({ points: [], others: [] }));
    const seen = new Int32Array(profile.frames.length).fill(-1);
    const add = (points, to) => points.forEach(point => {
      for (let at = profile.stackStart[point]; at < profile.stackStart[point + 1]; at++) {
        const frame = profile.stacks[at];
        if (seen[frame] !== point) {
          seen[frame] = point;
          rows[frame][to].push(point);
        }
      }
    });
    add(selection.points, 'points');
    add(selection.others, 'others');
    return rows;
  }

  function frames(all) {
    const list = [];
    all.forEach((value, frame) => {
      if (value > 0) {
        list.push(frame);
      }
    });
    return list;
  }

  /** The selected points that have a frame, and where: nearest the leaf or nearest the root. */
  function placesOf(app, frame) {
    const { profile, selection } = app;
    const inner = new Int32Array(profile.size).fill(-1);
    const outer = new Int32Array(profile.size).fill(-1);
    const has = point => {
      for (let at = profile.stackStart[point]; at < profile.stackStart[point + 1]; at++) {
        if (profile.stacks[at] === frame) {
          inner[point] = inner[point] < 0 ? at : inner[point];
          outer[point] = at;
        }
      }
      return outer[point] >= 0;
    };
    return { inner, outer, points: selection.points.filter(has),
      others: (selection.others || []).filter(has) };
  }

  /**
   * Of a frame, as a text, the trees of its callers and of what it calls; null where no selected
   * site has it.
   */
  function part(app, text) {
    return app.kept(`sandwich ${text}`, () => {
      const places = placesOf(app, app.profile.frames.indexOf(text));
      return places.points.length > 0 ? treesOf(app, text, places) : null;
    });
  }

  function treesOf(app, text, places) {
    const { values, variances } = app.selection.figure;
    const add = list => places.points.reduce((sum, point) => sum + list[point], 0);
    const part = { ...app.selection, points: places.points, others: places.others,
      sum: add(values),
      error: variances ? Math.sqrt(add(variances)) : 0 };
    const { Paths, from } = jdhat.paths;
    const tree = (name, at, step) => jdhat.keep.treeOf(app, `${name} ${text}`, () => {
      const paths = new Paths(part, from(app.profile, at, step));
      // What is above or below the frame is wanted, not the frame.
      paths.root = paths.kids(paths.root)[0];
      return paths;
    });
    return { points: places.points, others: places.others,
      callers: tree('callers', places.inner, 1), callees: tree('callees', places.outer, -1) };
  }

  /** Forgets the trees of all frames but one: each may hold all sites. */
  function forgetOthers(app, text) {
    for (const name of app.cache.keys()) {
      const [kind, ...of] = name.split(' ');
      if (['sandwich', 'callers', 'callees'].includes(kind) && of.join(' ') !== text) {
        app.cache.delete(name);
      }
    }
  }

  function show(container, app) {
    const { profile, state } = app;
    if (app.selection.points.length === 0) {
      container.append(sentence('Nothing is selected: there are no frames to show.'));
      return;
    }
    const figures = app.kept('frames', () => byFrame(app));
    const known = ['all', 'own', 'frame', ...figures.rows ? ['more'] : []];
    const sort = jdhat.table.sortOf(known.includes(state.sort.replace(/^-/, ''))
      ? state.sort : '', 'all');
    const rows = sortedFrames(app, figures, sort);
    // When the profile changes by itself the frame that is shown stays, chosen or not.
    const named = profile.frames.indexOf(state.frame || app.isQuiet && app.frame);
    const frame = named >= 0 && figures.all[named] > 0 ? named : rows[0];
    app.frame = profile.frames[frame];
    const left = frameGrid(app, figures, rows, sort, frame);
    const right = el('div', { class: 'sandwich-right' });
    if (frame === undefined) {
      right.append(sentence('The selected sites have no frames.'));
    } else {
      trees(right, app, frame, figures);
    }
    if (figures.rows) {
      container.append(jdhat.changes.legend(app) || '');
    }
    container.append(el('div', { class: figures.rows ? 'sandwich compares' : 'sandwich' },
      left.element, right));
    left.go(Math.max(0, rows.indexOf(frame)));
  }

  function sortedFrames(app, figures, sort) {
    const { profile } = app;
    const sign = sort.down ? 1 : -1;
    const list = figures.frames.slice();
    if (sort.id === 'more') {
      const more = new Map(list.map(frame =>
        [frame, jdhat.changes.sums(app, figures.rows[frame]).more || 0]));
      return list.sort((a, b) => sign * (more.get(b) - more.get(a)));
    }
    return sort.id === 'frame'
      ? list.sort((a, b) => sign * (profile.frames[a] < profile.frames[b] ? -1 : 1))
      : list.sort((a, b) => sign * (figures[sort.id][b] - figures[sort.id][a]));
  }

  function frameGrid(app, figures, rows, sort) {
    const { profile } = app;
    const columns = [
      { id: 'frame', label: 'Frame', sorts: true,
        width: figures.rows ? 'minmax(11rem, 1fr)' : 'minmax(12rem, 1fr)' },
      { id: 'all', label: 'With calls', sorts: true, number: true,
        width: figures.rows ? '7.5rem' : '8.5rem' },
      ...figures.rows ? [{ id: 'more', label: 'Change', sorts: true, number: true,
        ...jdhat.changes.column(app) }] : [],
      { id: 'own', label: 'Itself', sorts: true, number: true,
        width: figures.rows ? '6.8rem' : '7.5rem' }];
    const pick = row => app.update({ frame: profile.frames[rows[row]] });
    return new jdhat.Grid({ label: 'Frames', keep: 'frames', columns, sort,
      size: () => rows.length,
      cell: (row, { id }) => id === 'frame' ? profile.frames[rows[row]] : id === 'more'
        ? jdhat.changes.shown(jdhat.changes.sums(app, figures.rows[rows[row]]))
        : count(figures[id][rows[row]]),
      onSort: id => app.update({ sort: sort.id === id && sort.down ? `-${id}` : id }),
      onEnter: pick,
      known: { of: row => profile.frames[rows[row]],
        is: (row, text) => profile.frames[rows[row]] === text },
      onPick: row => {
        if (app.state.frame !== profile.frames[rows[row]] && app.state.view === 'sandwich'
          && app.isReady) {
          pick(row);
        }
      } });
  }

  function trees(container, app, frame, figures) {
    const { profile } = app;
    const text = profile.frames[frame];
    forgetOthers(app, text);
    const now = part(app, text);
    const section = (title, empty, keep) => {
      const tree = now[keep].kids(now[keep].root).length
        ? new jdhat.tree.TreeGrid(app, () => (part(app, text) || {})[keep], title, keep).element
        : sentence(empty);
      return el('section', {}, el('h2', {}, title), tree);
    };
    container.append(
      section('Callers', 'Nobody calls it: it is the outermost frame.', 'callers'),
      el('div', { class: 'middle-frame' }, el('strong', {}, text),
        el('span', { class: 'faint' }, ` ${count(figures.all[frame])} ${app.unitName()} in`
          + ` ${many(now.points.length, 'site')}, ${count(figures.own[frame])} itself`
          + `${figures.rows ? `; ${jdhat.changes.words(jdhat.changes.sums(app, now))}` : ''}`),
        el('button', { type: 'button', 'data-keep': 'only', click: () =>
          app.addTest(jdhat.details.testOf(text)) }, 'Only with it')),
      section('What it calls', 'It calls nothing that allocates.', 'callees'));
  }

  jdhat.views.push({ id: 'sandwich', label: 'Sandwich', show });
  jdhat.sandwich = { byFrame };
})(globalThis.jdhat = globalThis.jdhat || {});
