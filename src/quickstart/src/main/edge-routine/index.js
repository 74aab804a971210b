// Answers every request by itself, at the edge.
addEventListener('fetch', event => {
  event.respondWith(new Response('@greeting@ from the edge'));
});
