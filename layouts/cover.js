/* Stands in the head of every page, before anything is drawn.

   After "Tutup cepat" the page that was left must not come back with the Back
   button. A check at load is not enough: Back restores the old page from
   memory without running it again. So every page covers itself when it is
   left, and uncovers itself when it is shown, but not while the mark of a quick
   exit is younger than half an hour. The mark lives in this tab only. */
(function (doc, win) {
  var halfAnHour = 30 * 60 * 1000;

  function leftQuickly() {
    try {
      return Date.now() - sessionStorage.getItem("suluh.tutup") < halfAnHour;
    } catch (e) {
      return false;
    }
  }

  // The tab's title ends with the site's neutral name; under the cover only
  // that is left.
  var title = document.title;

  function cover(on) {
    doc.className = on ? "tertutup" : "";
    document.title = on ? title.split(" – ").pop() : title;
  }

  cover(leftQuickly());
  win.addEventListener("pagehide", function () { cover(true); });
  win.addEventListener("pageshow", function () { cover(leftQuickly()); });
})(document.documentElement, window);
