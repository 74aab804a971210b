addEventListener('fetch', event => event.respondWith(new Response('Hello from a new routine')))
