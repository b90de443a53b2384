// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Starts the page.
(function (jdhat) {
  'use strict';

  jdhat.dom.byId('command').textContent = document.title;
})(globalThis.jdhat = globalThis.jdhat || {});
