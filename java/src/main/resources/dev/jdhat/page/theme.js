// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Light or dark: what the system wishes, until the reader chooses.
(function (jdhat) {
  'use strict';

  const { byId } = jdhat.dom;
  const root = document.documentElement;
  const wish = matchMedia('(prefers-color-scheme: dark)');
  let isChosen = false;

  function set(dark, app) {
    root.dataset.theme = dark ? 'dark' : 'light';
    byId('theme').textContent = dark ? 'Light' : 'Dark';
    app.repaint();
  }

  function listen(app) {
    set(wish.matches, app);
    wish.addEventListener('change', () => {
      if (!isChosen) {
        set(wish.matches, app);
      }
    });
  }

  /** The other one; from now on the system's wish counts no more. */
  function toggle(app) {
    isChosen = true;
    set(root.dataset.theme !== 'dark', app);
  }

  jdhat.theme = { listen, toggle };
})(globalThis.jdhat = globalThis.jdhat || {});
