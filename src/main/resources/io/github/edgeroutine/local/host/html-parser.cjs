// SPDX-License-Identifier: Apache-2.0
'use strict';

const { Comment, Doctype, Element, TextChunk } = require('./html-nodes.cjs');

const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '));
const RAW = new Set(['script', 'style', 'textarea', 'title']);

const TAG = /<([a-zA-Z][^\s/>]*)((?:\s*\/?\s*[^\s/>="']+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'>]+))?)*)\s*\/?>/y;
const ATTRIBUTE = /([^\s/>="']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g;
const CLOSE = /<\/([a-zA-Z][^\s/>]*)[^>]*>/y;
const COMMENT = /<!--([\s\S]*?)-->/y;
const DOCTYPE = /<!doctype[^>]*>/iy;

/** Parses a page into a tree that can print the same bytes. As in browsers, everything that is not a tag is text. */
function parse(html) {
  const document = { children: [], parent: null };
  let parent = document;
  let text = '';
  let at = 0;

  const take = (pattern) => {
    pattern.lastIndex = at;
    const found = pattern.exec(html);
    if (found) {
      flush();
      at = pattern.lastIndex;
    }
    return found;
  };
  const flush = () => {
    if (text !== '') {
      parent.children.push(new TextChunk(text));
      text = '';
    }
  };
  const open = ([raw, name, attributes]) => {
    const element = new Element(raw, name, attributesOf(attributes), parent);
    parent.children.push(element);
    if (RAW.has(element.tagName)) {
      const end = html.slice(at).search(new RegExp(`</${element.tagName}[\\s/>]`, 'i'));
      text = end < 0 ? html.slice(at) : html.slice(at, at + end);
      at += text.length;
    }
    if (!VOID.has(element.tagName) && !raw.endsWith('/>')) {
      parent = element;
    }
  };
  const close = ([raw, name]) => {
    let element = parent;
    while (element !== document && element.tagName !== name.toLowerCase()) {
      element = element.parent;
    }
    if (element === document) {
      parent.children.push(new TextChunk(raw));
    } else {
      element.close = raw;
      parent = element.parent;
    }
  };

  while (at < html.length) {
    let found;
    if (html[at] !== '<') {
      const next = html.indexOf('<', at);
      text += html.slice(at, next < 0 ? html.length : next);
      at = next < 0 ? html.length : next;
    } else if ((found = take(TAG))) {
      open(found);
    } else if ((found = take(CLOSE))) {
      close(found);
    } else if ((found = take(COMMENT))) {
      parent.children.push(new Comment(found[0], found[1]));
    } else if ((found = take(DOCTYPE))) {
      parent.children.push(new Doctype(found[0]));
    } else {
      text += html[at++];
    }
  }
  flush();
  return document;
}

function attributesOf(text) {
  return [...text.matchAll(ATTRIBUTE)].map(([, name, ...values]) => [name, values.find((value) => value !== undefined) ?? '']);
}

module.exports = { parse };
