/* What stands on the cover of layouts/cover.js: the way back, and, where there
   is no network, what a browser would say. White alone looks broken. */
(function () {
  var exit = document.querySelector(".tutup");
  if (!exit) return;

  function add(name) {
    var element = document.createElement(name);
    element.className = "lanjut";
    return document.body.appendChild(element);
  }

  var note = add("p");
  note.style.margin = "1rem 0";
  exit.addEventListener("click", function () {
    if (navigator.onLine === false) note.textContent = exit.getAttribute("data-putus");
  });

  var back = add("button");
  back.type = "button";
  back.textContent = exit.getAttribute("data-lanjut");
  back.addEventListener("click", function () {
    // Written over, not removed: this page may not see the mark that the next will.
    window.name = /** @type {any} */ (0);
    try { sessionStorage.setItem("suluh.tutup", /** @type {any} */ (0)); } catch (e) { /* nothing was kept there */ }
    location.reload();
  });
})();
