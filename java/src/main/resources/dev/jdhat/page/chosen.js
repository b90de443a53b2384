// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// What can be chosen: a site, or a node of a tree. Each finds itself again when the profile has
// changed: again() is the same in the profile that the app has then, or null.
(function (jdhat) {
  'use strict';

  /** What tells a site from all others of a profile, and from those of another profile. */
  function identity(profile, point) {
    return { type: profile.typeName(point), stack: profile.stack(point) };
  }

  function isSame(profile, point, site) {
    const first = profile.stackStart[point] + profile.named[point];
    return profile.stackStart[point + 1] - first === site.stack.length
      && profile.typeName(point) === site.type
      && site.stack.every((text, k) => profile.frames[profile.stacks[first + k]] === text);
  }

  /** For a grid of sites: what its rows are known by. `at` gives the [profile, point] of a row. */
  function rowsOfSites(at) {
    return { of: row => identity(...at(row)), is: (row, site) => isSame(...at(row), site) };
  }

  /** A site, as something that is chosen. */
  function site(app, profile, point) {
    const { comparison } = app;
    if (comparison && profile === app.profile && point >= comparison.after.size) {
      // All that is known of what is gone is in the earlier profile.
      return site(app, comparison.before, comparison.ofBoth[point].before.point);
    }
    const known = identity(profile, point);
    return { title: jdhat.details.titleOf(profile, point), profile, points: [point], frames: [],
      again() {
        const now = app.profile;
        for (let i = 0; i < now.size; i++) {
          if (isSame(now, i, known)) {
            return site(app, now, i);
          }
        }
        return null;
      } };
  }

  /** A node of a tree, as something that is chosen; `paths()` is the tree as it is then. */
  function node(app, paths, one) {
    const { profile } = app;
    const path = jdhat.keep.pathOf(paths(), one, profile.frames);
    return { title: profile.frames[one.frame], profile, points: one.points,
      others: one.others, frames: jdhat.paths.framesOf(one), whole: one.points.length === 1,
      again() {
        const tree = paths();
        const found = tree && jdhat.keep.find(tree, path, app.profile.frames);
        return found && found.frame >= 0 ? node(app, paths, found) : null;
      } };
  }

  jdhat.chosen = { rowsOfSites, site, node };
})(globalThis.jdhat = globalThis.jdhat || {});
