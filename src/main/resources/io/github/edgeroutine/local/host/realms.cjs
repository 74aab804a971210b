// SPDX-License-Identifier: Apache-2.0
'use strict';

const vm = require('node:vm');

/** Classes of the language whose instances the platform passes to the code. */
const SHARED = ['Object', 'Function', 'Array', 'ArrayBuffer', 'Uint8Array', 'Promise', 'Date', 'Map', 'Set', 'Error', 'TypeError',
  'RangeError', 'SyntaxError'];

/**
 * The code has its own global object, with its own classes such as Object and Error. At the edge there is only one of
 * each. So `instanceof` accepts both here, and JSON from the platform becomes objects of the code.
 */
function joinRealms(scope) {
  const join = vm.runInContext(
    `(name, platform) => {
      const own = globalThis[name];
      const isOwn = Function.prototype[Symbol.hasInstance];
      Object.defineProperty(own, Symbol.hasInstance, {
        configurable: true,
        value(each) { return isOwn.call(this, each) || this === own && each instanceof platform; },
      });
    }`,
    scope);
  SHARED.forEach((name) => join(name, globalThis[name]));
  const parse = vm.runInContext('JSON.parse', scope);
  for (const type of [Request, Response]) {
    type.prototype.json = async function json() {
      return parse(await this.text());
    };
  }
}

module.exports = { joinRealms };
