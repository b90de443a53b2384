// SPDX-FileCopyrightText: 2026 The jdhat authors
// SPDX-License-Identifier: Apache-2.0

// What has the focus, left where it is in the document while all around it is made anew. An element
// that leaves the document loses the focus, closes what it has open, and a screen reader says the
// one that comes in its place again.
(function (jdhat) {
  'use strict';

  /** What may stay: a grid, which takes new rows, and a choice that is the same as before. */
  const STAYS = '.grid, select, input[type=radio]';

  /** Replaces all that is in a container, but what stays, by what `show` appends to it. */
  function refill(container, show) {
    const old = document.activeElement;
    const way = container.contains(old) && old.matches(STAYS) ? wayTo(old, container) : [];
    removeBut(container, way.at(-1));
    way.slice(1).forEach((element, i) => removeBut(element, way[i]));
    show();
    if (way.length === 0) {
      return;
    }
    const name = CSS.escape(old.dataset.keep || '');
    const next = [...container.querySelectorAll(`[data-keep="${name}"]`)].find(each =>
      each !== old);
    const nextWay = next ? wayTo(next, container) : [];
    if (isAlike(way, nextWay)) {
      way.forEach((element, i) => settle(element, nextWay[i], i === 0));
    } else {
      way.at(-1).remove();
    }
  }

  /** An element and those around it, up to below the container. */
  function wayTo(element, container) {
    const way = [];
    for (let at = element; at !== container; at = at.parentElement) {
      way.push(at);
    }
    return way;
  }

  function removeBut(element, child) {
    [...element.childNodes].filter(each => each !== child).forEach(each => each.remove());
  }

  function isAlike(way, nextWay) {
    return way.length === nextWay.length
      && way.every(({ tagName }, i) => tagName === nextWay[i].tagName)
      && (jdhat.Grid.of(way[0]) ? jdhat.Grid.of(nextWay[0]) : way[0].isEqualNode(nextWay[0]));
  }

  /** Has an element take the place of its successor, among the successor's neighbours. */
  function settle(element, next, isInnermost) {
    if (isInnermost && jdhat.Grid.of(element)) {
      jdhat.Grid.of(next).takeOver(jdhat.Grid.of(element));
    } else if (isInnermost) {
      // Two of one name cannot both be checked in a document.
      Object.assign(element, element.type === 'radio' ? { checked: next.checked } : {});
    } else {
      jdhat.dom.liken(element, next);
    }
    const all = [...next.parentNode.childNodes].filter(each => each !== element);
    const at = all.indexOf(next);
    element.before(...all.slice(0, at));
    element.after(...all.slice(at + 1));
    next.remove();
  }

  jdhat.stay = { refill };
})(globalThis.jdhat = globalThis.jdhat || {});
