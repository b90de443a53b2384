// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// What a reader does to the controls that are always there, and files that are dropped.
(function (jdhat) {
  'use strict';

  const { byId } = jdhat.dom;
  const TYPING = 150;

  /** Listens to all of them for the app. */
  function listen(app) {
    listenToFilter(app);
    byId('metric').addEventListener('change', event => app.update({ metric: event.target.value }));
    byId('unit').addEventListener('change', event => app.update({ unit: event.target.value }));
    byId('open').addEventListener('click', () => app.openFile(false));
    byId('theme').addEventListener('click', () => app.toggleTheme());
    byId('file').addEventListener('change', event => {
      if (event.target.files.length > 0) {
        app.take(event.target.files[0]);
      }
    });
    window.addEventListener('hashchange', () => app.goTo(jdhat.state.parse(location.hash)));
    listenToDrops(app);
  }

  /** A filter acts a moment after the latest key; Enter makes it a step that Back undoes. */
  function listenToFilter(app) {
    let waiting = 0;
    const take = asStep => {
      clearTimeout(waiting);
      app.update({ filter: byId('filter').value }, asStep);
    };
    byId('filter').addEventListener('input', () => {
      clearTimeout(waiting);
      waiting = setTimeout(() => take(false), TYPING);
    });
    byId('selection').addEventListener('submit', event => {
      event.preventDefault();
      take(true);
    });
  }

  function listenToDrops(app) {
    const over = on => document.body.classList.toggle('dropping', on);
    document.addEventListener('dragover', event => {
      event.preventDefault();
      over(true);
    });
    document.addEventListener('dragleave', () => over(false));
    document.addEventListener('drop', event => {
      event.preventDefault();
      over(false);
      app.opensEarlier = false;
      if (event.dataTransfer.files.length > 0) {
        app.take(event.dataTransfer.files[0]);
      }
    });
  }

  jdhat.inputs = { listen };
})(globalThis.jdhat = globalThis.jdhat || {});
