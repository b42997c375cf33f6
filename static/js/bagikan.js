/* Print, and pass a page on: the text is neutral and carries no title. Shown
   only where they work. */
(function () {
  var bar = document.getElementById("bagikan");
  if (!bar) return;
  var online = location.protocol.indexOf("http") === 0;

  function show(id, works, act) {
    var button = document.getElementById(id);
    if (!button) return; // a page that knows its address has a link instead
    button.hidden = !works;
    button.addEventListener("click", act);
  }

  show("cetak", !!window.print, function () { print(); });
  show("bagikan-wa", online, function () {
    location.href = "https://wa.me/?text=" + encodeURIComponent(bar.getAttribute("data-teks") + " " + location.href);
  });
  show("bagikan-sms", online, function () {
    location.href = "sms:?body=" + encodeURIComponent(bar.getAttribute("data-teks") + " " + location.href);
  });
  show("bagikan-lain", online && !!navigator.share, function () {
    navigator.share({ text: bar.getAttribute("data-teks"), url: location.href })["catch"](function () {});
  });
})();
