// SPDX-License-Identifier: Apache-2.0
'use strict';

const http = require('node:http');
const { Readable } = require('node:stream');
const { pipeline } = require('node:stream/promises');
const { place, sentence } = require('./errors.cjs');
const { inTime } = require('./in-time.cjs');
const { Request } = require('./request.cjs');

const MOST_EVENTS = 1000;
const LONGEST_PATH = 200;

/** Headers of one connection, or about a length that may have changed. */
const HOP_BY_HOP = ['connection', 'keep-alive', 'transfer-encoding', 'upgrade', 'expect', 'proxy-connection', 'te', 'trailer'];
const FRAMING = [...HOP_BY_HOP, 'content-length'];

/** Lets a worker answer on a port of this machine. Keeps events until they are read. */
class Server {
  #events = [];
  #leftOut = 0;
  #worker;
  #refusal = 'No code was loaded yet.';

  /** Port 0 means any free port. */
  listen(port) {
    const server = http.createServer((incoming, outgoing) => this.#serve(incoming, outgoing));
    return new Promise((resolve) => {
      server.once('error', (error) => resolve({ type: 'refused', kind: error.code, message: sentence(error) }));
      server.listen({ host: '127.0.0.1', port }, () => resolve({ type: 'serving', port: server.address().port }));
    });
  }

  /** Sends the next requests to this worker. Earlier requests are completed by the earlier worker. */
  use(worker) {
    this.#worker = worker;
    this.#refusal = undefined;
  }

  /** Answers the next requests with this text. */
  refuse(text) {
    this.#refusal = text;
    return { type: 'refusing' };
  }

  /** The events since the last call, and the hosts that the code was not allowed to call. */
  look() {
    this.#takeLog();
    if (this.#leftOut > 0) {
      this.#events.push({ warning: true, text: `${this.#leftOut} more lines were left out.` });
      this.#leftOut = 0;
    }
    const asked = [...this.#worker?.asked ?? []];
    this.#worker?.asked.clear();
    return { type: 'seen', events: this.#events.splice(0), asked };
  }

  #takeLog(worker = this.#worker) {
    worker?.log.splice(0).forEach((line) => this.#note(false, `The code logged: ${line}`));
  }

  #note(warning, text) {
    if (this.#events.length < MOST_EVENTS) {
      this.#events.push({ warning, text });
    } else {
      this.#leftOut++;
    }
  }

  async #serve(incoming, outgoing) {
    const began = performance.now();
    const [worker, refusal] = [this.#worker, this.#refusal];
    const hasBody = incoming.method !== 'GET' && incoming.method !== 'HEAD';
    const request = requestOf(incoming, hasBody ? Readable.toWeb(incoming) : undefined);
    let failure;
    if (refusal !== undefined) {
      say(outgoing, 503, refusal);
    } else if (request === undefined) {
      say(outgoing, 400, 'The edge does not accept such a request.');
    } else {
      failure = await answer(worker, request, outgoing);
    }
    this.#takeLog(worker);
    const path = incoming.url.replace(/[?#].*$/s, '').replace(/\p{Cc}/gu, ' ').slice(0, LONGEST_PATH);
    const line = `${incoming.method} ${path} ${outgoing.statusCode}, ${Math.round(performance.now() - began)} ms`;
    this.#note(failure !== undefined, failure === undefined ? line : `${line}: ${failure}`);
  }
}

function say(outgoing, status, text) {
  outgoing.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' });
  outgoing.end(text + '\n');
}

/** Returns the failure in one line. */
async function answer(worker, request, outgoing) {
  try {
    await send(await worker.respond(request), request.method, worker.millis, outgoing);
    return undefined;
  } catch (error) {
    const isClientGone = outgoing.headersSent && error?.code === 'ERR_STREAM_PREMATURE_CLOSE';
    if (isClientGone) {
      return undefined;
    }
    const frames = place(error, worker.code.path).map((at) => `${worker.code.path}:${at}`);
    const failure = sentence(error) + (frames.length === 0 ? '' : ` (${frames.join(', ')})`);
    if (outgoing.headersSent) {
      outgoing.destroy();
    } else {
      say(outgoing, 500, `The code failed: ${failure}`);
    }
    return failure;
  }
}

async function send(response, method, millis, outgoing) {
  const reader = response.body?.getReader();
  const headers = [...response.headers].filter(([name]) => !FRAMING.includes(name)).flat();
  outgoing.writeHead(response.status, response.statusText || undefined, headers);
  if (reader === undefined || method === 'HEAD') {
    reader?.cancel().catch(() => {});
    outgoing.end();
    return;
  }
  outgoing.once('close', () => reader.cancel().catch(() => {}));
  outgoing.flushHeaders();
  await pipeline(parts(reader, millis), outgoing);
}

/** Returns each part when it arrives. The time limit applies to each part, not to the whole body. */
async function* parts(reader, millis) {
  for (let part = await inTime(reader.read(), millis); !part.done; part = await inTime(reader.read(), millis)) {
    const { value } = part;
    yield typeof value === 'string' ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  }
}

/** Undefined if the platform does not support the request, such as TRACE. */
function requestOf({ method, url, rawHeaders, headers: { host } }, body) {
  const headers = [];
  for (let i = 0; i < rawHeaders.length; i += 2) {
    if (!HOP_BY_HOP.includes(rawHeaders[i].toLowerCase())) {
      headers.push([rawHeaders[i], rawHeaders[i + 1]]);
    }
  }
  try {
    return new Request(url.startsWith('/') ? `http://${host}${url}` : url, { method, headers, body });
  } catch {
    return undefined;
  }
}

module.exports = { Server };
