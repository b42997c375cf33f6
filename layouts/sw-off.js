/* The kill switch, published in place of sw.js by suluh build --sw=off: it takes
   over at once, deletes what this site saved and removes itself. It answers no
   request, so every page comes from the server again. */
(function (/** @type {any} */ worker) {
  var path = new URL(worker.registration.scope).pathname;

  function isOurs(name) {
    return name.replace(/^buku-\w+/, "") == path;
  }

  worker.addEventListener("install", function () {
    worker.skipWaiting();
  });

  worker.addEventListener("activate", function (event) {
    event.waitUntil(caches.keys().then(function (names) {
      return Promise.all(names.filter(isOurs).map(function (name) {
        return caches["delete"](name);
      }));
    }).then(function () {
      return worker.registration.unregister();
    }));
  });
})(self);
