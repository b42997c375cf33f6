/* tutup-cepat: cover first, then leave. Works as a plain link without this. */
(function () {
  var exit = document.querySelector(".tutup");
  if (!exit) return;

  function mark(value) {
    try {
      if (value) sessionStorage.setItem("suluh.tutup", value);
      else sessionStorage.removeItem("suluh.tutup");
    } catch (e) { /* no storage: the cover lasts until Back */ }
  }

  exit.addEventListener("click", function (event) {
    event.preventDefault();
    document.documentElement.className = "tertutup";
    document.title = document.title.split(" – ").pop();
    mark(Date.now());
    // Without a network the target would only show an error, and a white page
    // alone looks broken: so the cover says what a browser would say.
    if (navigator.onLine === false) document.documentElement.setAttribute("data-luring", exit.getAttribute("data-luring"));
    else location.replace(exit.href);
  });

  var back = document.createElement("button");
  back.type = "button";
  back.className = "lanjut";
  back.textContent = exit.getAttribute("data-lanjut");
  back.addEventListener("click", function () {
    mark("");
    location.reload();
  });
  document.body.appendChild(back);
})();
