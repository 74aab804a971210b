// SPDX-License-Identifier: Apache-2.0
'use strict';

const { isMine, LATE } = require('./errors.cjs');

/** What the promise comes to, or an error after so many milliseconds. */
function inTime(promise, millis) {
  let timer;
  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(isMine(new Error(LATE))), millis);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

module.exports = { inTime };
