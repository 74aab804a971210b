// Answers every request at the edge.
addEventListener('fetch', event => {
  event.respondWith(new Response('@greeting@ from the edge'));
});
