/* "Simpan halaman ini" at the end of each page, and of a page that is kept, of which
   day it is. Shown only where a worker can keep pages; nothing is saved unasked. */
(function () {
  var box = document.getElementById("simpan-ini");
  if (!box || document.getElementById("luring")) return; // which has buttons of its own
  var workers, root, shelf, address = box.getAttribute("data-sw");
  try {
    workers = caches && /^http/.test(location.protocol) && navigator.serviceWorker;
    var top = new URL(".", new URL(address, location.href));
    root = top.href;
    shelf = "buku-lain" + top.pathname;
  } catch (e) { /* an old browser, or one that keeps nothing */ }
  if (!workers) return;
  var status = box.querySelector("span"), button = box.querySelector("button");
  // As the worker names it: a folder by its index, a name with its ending.
  var here = location.href.replace(/[?#].*/, "").replace(/\/$/, "/index.html").replace(/\/[^.\/]+$/, "$&.html");

  function word(key) {
    return box.getAttribute("data-" + key);
  }

  function say() {
    caches.match(here).then(function (saved) {
      if (!saved) return;
      button.hidden = true;
      status.textContent = word("jadi") + ".";
      return caches.match(root + "versi.json").then(function (last) {
        var day = last && last.headers.get("x-hari");
        if (day) status.textContent += " " + word("hari") + " " + new Date(day).toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" }) + ".";
      });
    }).then(null, function () { /* nothing is kept here */ });
  }

  // ask fetches the page, or one of its pictures or scripts, as the server has it now.
  function ask(cache, address) {
    return fetch(address, { cache: "no-cache" }).then(function (answer) {
      if (!answer.ok) throw address;
      return cache.put(address, answer);
    });
  }

  button.onclick = function () {
    status.textContent = "…";
    caches.open(shelf).then(function (cache) {
      return Promise.all([ask(cache, here)].concat([].map.call(document.querySelectorAll("img, script[src]"), function (part) {
        return ask(cache, part.currentSrc || part.src);
      })));
    }).then(function () {
      return workers.getRegistration(root);
    }).then(function (known) {
      return known && known.scope == root || workers.register(address + "satu");
    }).then(say, function () {
      status.textContent = word("gagal");
    });
  };
  box.hidden = false;
  say();
})();
