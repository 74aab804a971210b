// SPDX-License-Identifier: Apache-2.0
'use strict';

const Platform = globalThis.Request;

/** Node accepts a stream as the body of a request only with an option that the edge does not need. */
class Request extends Platform {
  constructor(resource, options) {
    super(resource, options?.body ? { duplex: 'half', ...options } : options);
  }
}

module.exports = { Request };
