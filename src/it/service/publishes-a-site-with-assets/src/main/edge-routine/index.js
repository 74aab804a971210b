// Answers every request without a file.
export default {
  fetch(request) {
    return new Response(`Hello from the edge: ${new URL(request.url).pathname}\n`);
  },
};
