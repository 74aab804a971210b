// SPDX-License-Identifier: Apache-2.0
'use strict';

// Loads one worker and has it answer requests. The plugin writes one JSON object a line, and reads one for each:
//   {"type": "load", "path", "text", "modules", "hosts", "millis"}  ->  loaded | refused
//   {"type": "ask", "url"}                                ->  answered | failed
// What takes too long without ever giving control back is stopped by the plugin, which ends this process.

const process = require('node:process');
const readline = require('node:readline');
const { Worker } = require('./worker.cjs');

const answers = process.stdout;
let worker;

function tell(message) {
  answers.write(JSON.stringify(message) + '\n');
}

async function obey(message) {
  if (message.type === 'load') {
    worker = new Worker(message);
    return worker.load();
  }
  return worker.ask(message.url);
}

async function main() {
  tell({ type: 'ready', version: process.versions.node });
  for await (const line of readline.createInterface({ input: process.stdin, crlfDelay: Infinity })) {
    tell(await obey(JSON.parse(line)));
  }
  process.exit(0);
}

main();
