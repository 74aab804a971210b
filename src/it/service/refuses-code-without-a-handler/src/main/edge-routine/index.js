var addEventListener = (type, listener) => console.log(type);
addEventListener('fetch', event => event.respondWith(new Response('Hello from the edge')));
