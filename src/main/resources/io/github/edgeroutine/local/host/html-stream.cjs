// SPDX-License-Identifier: Apache-2.0
'use strict';

const { parse } = require('./html-parser.cjs');
const { Comment, Docend, Doctype, Element, TextChunk } = require('./html-nodes.cjs');
const { selector } = require('./html-selector.cjs');
const { readText } = require('./text.cjs');

/** Calls the handlers of the rewriters, in the order of the document. */
class Rewriting {
  constructor(rewriters) {
    this.ofElements = rewriters.filter(([text]) => text !== null)
      .map(([text, callbacks]) => ({ matches: selector(text), callbacks }));
    this.ofDocument = rewriters.filter(([text]) => text === null).map(([, callbacks]) => callbacks);
  }

  apply(html) {
    const document = parse(html);
    this.#visit(document, []);
    const end = new Docend();
    this.ofDocument.forEach((callbacks) => callbacks.docend?.(end));
    return document.children.map(String).join('') + end;
  }

  #visit(parent, around) {
    for (const node of parent.children) {
      if (node instanceof Element) {
        const found = this.ofElements.filter(({ matches }) => matches(node)).map(({ callbacks }) => callbacks);
        found.forEach((callbacks) => callbacks.element?.(node));
        this.#visit(node, [...around, ...found]);
      } else {
        [...around, ...this.ofDocument].forEach((callbacks) => call(node, callbacks));
      }
    }
  }
}

function call(node, callbacks) {
  if (node instanceof Comment) {
    callbacks.comments?.(node);
  } else if (node instanceof Doctype) {
    callbacks.doctype?.(node);
  } else if (node instanceof TextChunk && callbacks.text) {
    callbacks.text(node);
    callbacks.text(node.end);
  }
}

/** The edge rewrites a page while it streams. Here the whole page is read first, and then rewritten. */
class HTMLStream extends ReadableStream {
  constructor(body, rewriters = []) {
    const rewriting = new Rewriting(rewriters);
    super({
      async start(controller) {
        controller.enqueue(new TextEncoder().encode(rewriting.apply(await readText(body))));
        controller.close();
      },
    });
  }
}

module.exports = { HTMLStream };
