// SPDX-License-Identifier: Apache-2.0
'use strict';

const { Request } = require('./request.cjs');

const MOST_REDIRECTS = 12;

/**
 * The fetch of a worker. Hosts that are not allowed are noted and not called. Options of the edge, such as cdnProxy and
 * decompress, have no effect here. Each host gets its own name as Host. The request asks for no compression, because
 * Node would decompress the body but keep the header.
 */
function subrequests(hosts, asked) {
  async function ask(request, redirects) {
    const { host, hostname } = new URL(request.url);
    if (!hosts.includes(host) && !hosts.includes(hostname)) {
      asked.add(host);
      throw new TypeError(`fetch of ${host}: the code has no network here`);
    }
    const headers = new Headers(request.headers);
    headers.delete('host');
    headers.set('accept-encoding', 'identity');
    const response = await fetch(request, { headers, redirect: 'manual' });
    const location = response.headers.get('location');
    const follows = request.redirect === 'follow' && location !== null && response.status >= 301 && response.status <= 308;
    if (!follows || redirects === MOST_REDIRECTS) {
      return response;
    }
    const method = response.status <= 303 && request.method !== 'HEAD' ? 'GET' : request.method;
    return ask(new Request(new URL(location, request.url), { method, headers: request.headers }), redirects + 1);
  }

  return async function (resource, options) {
    return ask(new Request(resource, options), 0);
  };
}

module.exports = { subrequests };
