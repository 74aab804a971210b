// SPDX-License-Identifier: Apache-2.0
'use strict';

const process = require('node:process');
const { compile, Refusal } = require('./compile.cjs');
const { isMine, LATE, place, sentence } = require('./errors.cjs');
const { FetchEvent, toResponse } = require('./event.cjs');
const { Request } = require('./request.cjs');
const { readText } = require('./text.cjs');
const { openScope } = require('./scope.cjs');

const LONGEST_BODY = 1024 * 1024;

/** The code of one routine, and what it does in this process. */
class Worker {
  /**
   * `modules`: whether the service runs ES modules. `hosts`: which hosts the code may ask. `millis`: how long it has to load, and
   * to answer.
   */
  constructor({ path, text, modules, hosts, millis }) {
    this.code = { path, text };
    this.modules = modules;
    this.millis = millis;
    this.listeners = [];
    this.log = [];
    this.asked = new Set();
    this.scope = openScope({ hosts, listeners: this.listeners, log: this.log, asked: this.asked });
    for (const event of ['uncaughtException', 'unhandledRejection']) {
      process.on(event, (error) => this.log.push(`uncaught: ${sentence(error)}`));
    }
  }

  async load() {
    try {
      const run = compile(this.code, this.scope, this.modules, this.millis);
      this.main = await this.#inTime(run());
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
      const response = toResponse(await this.#inTime(this.#answer(request)));
      const body = await this.#inTime(readText(response.body, LONGEST_BODY));
      return { type: 'answered', status: response.status, body, ...this.#seen() };
    } catch (error) {
      return { type: 'failed', message: sentence(error), frames: place(error, this.code.path), ...this.#seen() };
    }
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

  #inTime(promise) {
    let timer;
    const late = new Promise((resolve, reject) => {
      timer = setTimeout(() => reject(isMine(new Error(LATE))), this.millis);
    });
    return Promise.race([promise, late]).finally(() => clearTimeout(timer));
  }

  #seen() {
    return { asked: [...this.asked], log: [...this.log] };
  }
}

module.exports = { Worker };
