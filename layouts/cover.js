/* Stands in the head of every page, before anything is drawn.

   After "Tutup cepat" the page that was left must not come back with the Back
   button. A check at load is not enough: Back restores the old page from
   memory without running it again. So every page covers itself when it is
   left, and uncovers itself when it is shown, but not while the mark of a quick
   exit is younger than half an hour. The mark lives in this tab only. A page
   from a disk does not always see what the page that was left has stored, so
   there the mark is in the tab's name, too; the page that the exit leads to
   could read a time there, and nothing else.

   The exit itself is here, too: on a poor network all other scripts come
   seconds later, and until then a plain link would leave the page in sight. */
(function () {
  var halfAnHour = 30 * 60 * 1000;
  var root = document.documentElement;
  var title = document.title;

  // The tab's title ends with the site's neutral name; only that is left.
  function cover() {
    root.className = "tertutup";
    document.title = title.split(" – ").pop();
  }

  function isFresh(mark) {
    return Date.now() - mark < halfAnHour;
  }

  function show() {
    try {
      if (isFresh(window.name) || isFresh(sessionStorage.getItem("suluh.tutup"))) return cover();
    } catch (e) { /* no storage: the cover lasts until Back */ }
    root.className = "";
    document.title = title;
  }

  // exitOf gives the link that was pressed: translators wrap its words in
  // elements of their own, and add classes.
  function exitOf(pressed) {
    for (; pressed; pressed = pressed.parentNode) {
      if (pressed.href && (" " + pressed.className + " ").indexOf(" tutup ") >= 0) return pressed;
    }
  }

  function leave(event) {
    var exit = exitOf(event.target);
    if (!exit) return;
    event.preventDefault();
    cover();
    if (!location.host) window.name = /** @type {any} */ (Date.now()); // on a disk
    try { sessionStorage.setItem("suluh.tutup", /** @type {any} */ (Date.now())); } catch (e) { /* as above */ }
    // Without a network the target would only show an error; the cover stays.
    if (navigator.onLine !== false) location.replace(exit.href);
  }

  show();
  addEventListener("click", leave, true);
  addEventListener("pagehide", cover);
  addEventListener("pageshow", show);
})();
