// SPDX-License-Identifier: Apache-2.0
'use strict';

// Loads a worker and has it answer requests. The plugin writes one JSON object a line, and reads one for each:
//   {"type": "load", "path", "text", "modules", "hosts", "millis"}  ->  loaded | refused
//   {"type": "ask", "url"}                                          ->  answered | failed
//   {"type": "serve", "port"}                                       ->  serving | refused
//   {"type": "refuse", "text"}                                      ->  refusing
//   {"type": "look"}                                                ->  seen
// What takes too long without ever giving control back is stopped by the plugin, which ends this process.

const process = require('node:process');
const readline = require('node:readline');
const { sentence } = require('./errors.cjs');
const { Server } = require('./server.cjs');
const { Worker } = require('./worker.cjs');

const answers = process.stdout;
const server = new Server();
let worker;

const COMMANDS = {
  async load(message) {
    const made = new Worker(message);
    const answer = await made.load();
    if (answer.type === 'loaded') {
      worker = made;
      server.use(made);
    }
    return answer;
  },
  ask: ({ url }) => worker.ask(url),
  serve: ({ port }) => server.listen(port),
  refuse: ({ text }) => server.refuse(text),
  look: () => server.look(),
};

function tell(message) {
  answers.write(JSON.stringify(message) + '\n');
}

async function main() {
  for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (error) => worker?.log.push(`uncaught: ${sentence(error)}`));
  }
  tell({ type: 'ready', version: process.versions.node });
  for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    const message = JSON.parse(line);
    tell(await COMMANDS[message.type](message));
  }
  process.exit(0);
}

main();
