// SPDX-License-Identifier: Apache-2.0
'use strict';

const PART = /\s*(>)\s*|(\s+)|([\w-]+|\*)|#([\w-]+)|\.([\w-]+)|\[\s*([\w-]+)\s*(?:([~^$*|]?=)\s*(?:"([^"]*)"|'([^']*)'|([^\]\s'\"]+))\s*)?\]|:not\(([^()]*)\)/y;

const COMPARE = {
  '=': (value, wanted) => value === wanted,
  '^=': (value, wanted) => value.startsWith(wanted),
  '$=': (value, wanted) => value.endsWith(wanted),
  '*=': (value, wanted) => value.includes(wanted),
  '|=': (value, wanted) => value === wanted || value.startsWith(`${wanted}-`),
  '~=': (value, wanted) => value.split(/\s+/).includes(wanted),
};

/** Returns a function that checks whether an element matches. Supports the CSS selectors in the documents. */
function selector(text) {
  const alternatives = text.split(',').map((each) => steps(each.trim()));
  return (element) => alternatives.some((each) => matches(element, each));
}

/** Simple selectors, each with the combinator before it, outermost first. */
function steps(text) {
  const all = [{ combinator: null, tests: [] }];
  let at = 0;
  while (at < text.length) {
    PART.lastIndex = at;
    const part = PART.exec(text);
    if (!part) {
      throw new SyntaxError(`HTMLStream cannot read the selector '${text}' at '${text.slice(at)}'`);
    }
    at = PART.lastIndex;
    if (part[1] || part[2]) {
      all.push({ combinator: part[1] ?? ' ', tests: [] });
    } else {
      all[all.length - 1].tests.push(test(part));
    }
  }
  return all;
}

function test([, , , name, id, className, attribute, operator, quoted, single, bare, not]) {
  if (name) {
    return (element) => name === '*' || element.tagName === name.toLowerCase();
  }
  if (id) {
    return (element) => element.getAttribute('id') === id;
  }
  if (className) {
    return (element) => (element.getAttribute('class') ?? '').split(/\s+/).includes(className);
  }
  if (attribute) {
    const wanted = quoted ?? single ?? bare;
    return (element) => element.hasAttribute(attribute)
      && (operator === undefined || COMPARE[operator](element.getAttribute(attribute), wanted));
  }
  const inner = selector(not);
  return (element) => !inner(element);
}

function matches(element, all) {
  const { combinator, tests } = all[all.length - 1];
  if (!element.tagName || !tests.every((each) => each(element))) {
    return false;
  }
  if (combinator === null) {
    return true;
  }
  const outer = all.slice(0, -1);
  for (let parent = element.parent; parent?.tagName; parent = parent.parent) {
    if (matches(parent, outer)) {
      return true;
    }
    if (combinator === '>') {
      return false;
    }
  }
  return false;
}

module.exports = { selector };
