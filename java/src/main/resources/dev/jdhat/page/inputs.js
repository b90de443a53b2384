// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// What a reader does to the controls that are always there, and files that are dropped.
(function (jdhat) {
  'use strict';

  const { byId } = jdhat.dom;
  const TYPING = 150;
  const held = new Set();
  const waiting = [];

  /** Listens to all of them for the app. */
  function listen(app) {
    listenToFilter(app);
    byId('metric').addEventListener('change', event => app.update({ metric: event.target.value }));
    byId('unit').addEventListener('change', event => app.update({ unit: event.target.value }));
    byId('open').addEventListener('click', () => app.openFile(false));
    byId('theme').addEventListener('click', () => jdhat.theme.toggle(app));
    byId('file').addEventListener('change', event => {
      if (event.target.files.length > 0) {
        app.take(event.target.files[0]);
      }
    });
    window.addEventListener('hashchange', () => app.goTo(jdhat.state.parse(location.hash)));
    listenToDrops(app);
    listenToPointers();
  }

  /** A filter acts a moment after the latest key; Enter makes it a step that Back undoes. */
  function listenToFilter(app) {
    let timer = 0;
    const take = asStep => {
      clearTimeout(timer);
      app.isTyping = false;
      app.update({ filter: byId('filter').value }, asStep);
    };
    byId('filter').addEventListener('input', () => {
      clearTimeout(timer);
      app.isTyping = true;
      timer = setTimeout(() => take(false), TYPING);
    });
    byId('selection').addEventListener('submit', event => {
      event.preventDefault();
      take(true);
    });
  }

  /** Comes true when no button of a pointer is held: what is dragged stays under it. */
  function released() {
    return new Promise(resume => {
      if (held.size === 0) {
        resume();
      } else {
        waiting.push(resume);
      }
    });
  }

  function listenToPointers() {
    const end = event => {
      held.delete(event.pointerId);
      if (held.size === 0) {
        // After what listens to the same event has used it.
        waiting.splice(0).forEach(resume => setTimeout(resume));
      }
    };
    window.addEventListener('pointerdown', event => {
      // What another button opens may keep its release from us.
      if (event.button === 0) {
        held.add(event.pointerId);
      }
    }, true);
    window.addEventListener('pointerup', end, true);
    window.addEventListener('pointercancel', end, true);
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

  jdhat.inputs = { listen, released };
})(globalThis.jdhat = globalThis.jdhat || {});
