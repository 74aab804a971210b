// Answers every request.
addEventListener('fetch', event => event.respondWith(new Response('Hello from the edge')))
