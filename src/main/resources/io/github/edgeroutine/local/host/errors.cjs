// SPDX-License-Identifier: Apache-2.0
'use strict';

const LONGEST_MESSAGE = 300;
const LONGEST_EXCERPT = 100;
const MOST_FRAMES = 5;

const LATE = 'it did not finish in time';

const mine = new WeakSet();

/** Marks an error of this host. Its message is shown without the name of a class. */
function isMine(error) {
  mine.add(error);
  return error;
}

/** The thrown value in one line. It may be of any type. */
function sentence(error) {
  let text;
  try {
    if (error?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') {
      return LATE;
    }
    const message = String(error?.message ?? error);
    text = mine.has(Object(error)) || !error?.name ? message : `${error.name}: ${message}`;
  } catch {
    text = 'a value that cannot be shown';
  }
  const line = text.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
}

/** The places in the code, innermost first, such as ["12:5", "3:1"]. */
function place(error, path) {
  const frames = [];
  for (const line of String(error?.stack ?? '').split('\n')) {
    const at = line.lastIndexOf(path + ':');
    const position = at < 0 || !/^\s+at /.test(line) ? null : /^(\d+:\d+)\)?$/.exec(line.slice(at + path.length + 1));
    if (position) {
      frames.push(position[1]);
    }
  }
  return frames.slice(0, MOST_FRAMES);
}

/**
 * The stack of a parser error starts with the line of the code, and a line of carets below it. In a long line there are
 * no carets, and the column is 0.
 */
function syntaxPlace(error, path) {
  const [head, source, carets] = String(error.stack).split('\n');
  if (!head.startsWith(path + ':')) {
    return {};
  }
  const column = carets.indexOf('^') + 1;
  const from = source.length <= LONGEST_EXCERPT ? 0 : Math.max(0, column - LONGEST_EXCERPT / 2);
  return { line: Number(head.slice(path.length + 1)), column, source: source.slice(from, from + LONGEST_EXCERPT).trim() };
}

module.exports = { isMine, LATE, place, sentence, syntaxPlace };
