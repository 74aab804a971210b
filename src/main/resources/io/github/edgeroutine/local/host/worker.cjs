// SPDX-License-Identifier: Apache-2.0
'use strict';

const { compile, Refusal } = require('./compile.cjs');
const { place, sentence } = require('./errors.cjs');
const { FetchEvent, toResponse } = require('./event.cjs');
const { inTime } = require('./in-time.cjs');
const { Request } = require('./request.cjs');
const { readText } = require('./text.cjs');
const { openScope } = require('./scope.cjs');

const LONGEST_BODY = 1024 * 1024;

/** The code of one routine in this process. */
class Worker {
  /**
   * `modules`: whether the service runs ES modules. `hosts`: which hosts the code may call. `millis`: time limit to
   * load, and to answer.
   */
  constructor({ path, text, modules, hosts, millis }) {
    this.code = { path, text };
    this.modules = modules;
    this.millis = millis;
    this.listeners = [];
    this.log = [];
    this.asked = new Set();
    this.scope = openScope({ hosts, listeners: this.listeners, log: this.log, asked: this.asked });
  }

  async load() {
    try {
      const run = compile(this.code, this.scope, this.modules, this.millis);
      this.main = await inTime(run(), this.millis);
    } catch (error) {
      return error instanceof Refusal
        ? { type: 'refused', ...error.finding }
        : { type: 'refused', kind: 'load', message: sentence(error), frames: place(error, this.code.path) };
    }
    const answers = this.listeners.length > 0 || typeof this.main?.fetch === 'function';
    return answers ? { type: 'loaded' } : { type: 'refused', kind: 'handler' };
  }

  async ask(url) {
    this.log.length = 0;
    this.asked.clear();
    const request = new Request(url, { headers: { 'Cache-Control': 'no-cache' } });
    try {
      const response = await this.respond(request);
      const body = await inTime(readText(response.body, LONGEST_BODY), this.millis);
      return { type: 'answered', status: response.status, body, ...this.#seen() };
    } catch (error) {
      return { type: 'failed', message: sentence(error), frames: place(error, this.code.path), ...this.#seen() };
    }
  }

  /** Returns the response, whose body may not be complete. Throws the exceptions of the code. */
  async respond(request) {
    return toResponse(await inTime(this.#answer(request), this.millis));
  }

  async #answer(request) {
    const event = new FetchEvent(request);
    if (this.listeners.length === 0) {
      return this.main.fetch(request, {}, event);
    }
    for (const listener of this.listeners) {
      const returned = listener(event);
      if (!event.isAnswered()) {
        await returned;
      }
      if (event.isAnswered()) {
        return event.answer;
      }
    }
    throw new TypeError('no listener called event.respondWith');
  }

  #seen() {
    return { asked: [...this.asked], log: [...this.log] };
  }
}

module.exports = { Worker };
