// Answers what is none of the files.
export default {
  fetch(request) {
    return new Response(`Hello from the edge: ${new URL(request.url).pathname}\n`);
  },
};
