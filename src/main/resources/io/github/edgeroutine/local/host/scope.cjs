// SPDX-License-Identifier: Apache-2.0
'use strict';

const buffer = require('node:buffer');
const { webcrypto } = require('node:crypto');
const { format } = require('node:util');
const vm = require('node:vm');
const { cache } = require('./cache.cjs');
const { EdgeKV } = require('./edge-kv.cjs');
const { HTMLStream } = require('./html-stream.cjs');
const { joinRealms } = require('./realms.cjs');
const { Request } = require('./request.cjs');
const { subrequests } = require('./subrequests.cjs');

const MOST_LINES = 50;
const LONGEST_LINE = 300;

/** The globals of Node that a service worker has. Other globals of Node are missing, as at the edge. */
const PLATFORM = `AbortController AbortSignal Blob ByteLengthQueuingStrategy CompressionStream CountQueuingStrategy CryptoKey
  CustomEvent DOMException DecompressionStream Event EventTarget FormData Headers ReadableByteStreamController ReadableStream
  ReadableStreamBYOBReader ReadableStreamBYOBRequest ReadableStreamDefaultController ReadableStreamDefaultReader Response SubtleCrypto
  TextDecoder TextDecoderStream TextEncoder TextEncoderStream TransformStream TransformStreamDefaultController URL
  URLSearchParams WritableStream WritableStreamDefaultController WritableStreamDefaultWriter atob btoa clearInterval clearTimeout
  performance queueMicrotask setInterval setTimeout structuredClone`.split(/\s+/);

/** A global object as at the edge, only for the code. */
function openScope({ hosts, listeners, log, asked }) {
  const scope = vm.createContext({
    ...Object.fromEntries(PLATFORM.filter((name) => name in globalThis).map((name) => [name, globalThis[name]])),
    Request,
    crypto: webcrypto,
    File: buffer.File,
    console: consoleOf(log),
    fetch: subrequests(hosts, asked),
    addEventListener: (type, listener) => {
      if (type === 'fetch') {
        listeners.push(typeof listener === 'function' ? listener : (event) => listener.handleEvent(event));
      }
    },
    EdgeKV,
    HTMLStream,
    cache,
  });
  scope.self = vm.runInContext('globalThis', scope);
  joinRealms(scope);
  return scope;
}

function consoleOf(log) {
  const write = (...values) => {
    if (log.length < MOST_LINES) {
      log.push(format(...values).slice(0, LONGEST_LINE));
    } else if (log.length === MOST_LINES) {
      log.push('(more lines are left out)');
    }
  };
  return Object.fromEntries(
    ['assert', 'debug', 'dir', 'error', 'group', 'groupEnd', 'info', 'log', 'table', 'time', 'timeEnd', 'trace', 'warn'].map(
      (name) => [name, write]));
}

module.exports = { openScope };
