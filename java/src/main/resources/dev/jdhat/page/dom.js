// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// Makes elements. Texts of a profile become text nodes and attribute values, never markup.
(function (jdhat) {
  'use strict';

  let ids = 0;

  /**
   * An element with attributes and children. An attribute that is a function listens to the event
   * of that name; false and undefined leave an attribute out. A child is a text or an element.
   */
  function el(tag, attributes, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes || {})) {
      if (typeof value === 'function') {
        element.addEventListener(name, value);
      } else if (value !== undefined && value !== false) {
        element.setAttribute(name, value === true ? '' : String(value));
      }
    }
    add(element, children);
    return element;
  }

  function add(element, children) {
    for (const child of children.flat()) {
      if (child !== null && child !== undefined && child !== '') {
        element.append(typeof child === 'object' ? child : String(child));
      }
    }
  }

  /** Replaces all that is in an element. */
  function fill(element, ...children) {
    element.replaceChildren();
    add(element, children);
    return element;
  }

  /** Puts a text into an element that is read aloud when it changes, and only then. */
  function say(element, text) {
    if (element.textContent !== text) {
      element.textContent = text;
    }
  }

  /** An id that no other element of the page has. */
  function newId(prefix) {
    return `${prefix}-${++ids}`;
  }

  /** A sentence where a view has nothing to draw. */
  function sentence(text) {
    return el('p', { class: 'sentence' }, text);
  }

  /** Gives an element the attributes of another. */
  function liken(element, other) {
    for (const { name, value } of other.attributes) {
      // The policy of the page allows no style as text.
      if (name !== 'style') {
        element.setAttribute(name, value);
      }
    }
    element.style.cssText = other.style.cssText;
  }

  /** Calls `action` with an element that has another size, as long as it is in the document. */
  function resized(element, action) {
    new ResizeObserver(() => {
      // One that has left it is seen to have no size, and its profile may be gone.
      if (element.isConnected) {
        action(element);
      }
    }).observe(element);
  }

  const byId = id => document.getElementById(id);

  jdhat.dom = { el, fill, say, newId, sentence, liken, resized, byId };
})(globalThis.jdhat = globalThis.jdhat || {});
