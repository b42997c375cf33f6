/* Save for offline, and delete it all again. Nothing is saved unasked: a worker
   is registered by the buttons of luring.html only. From a disk, or where there
   is no worker, only the button that deletes is shown, and the page says what
   to do instead. */
(function () {
  var box = document.querySelector("[data-sw]");
  if (!box) return;
  var workers, root, path, address = box.getAttribute("data-sw");
  try {
    workers = caches && /^http/.test(location.protocol) && navigator.serviceWorker;
    var top = new URL(".", new URL(address, location.href));
    root = top.href;
    path = top.pathname;
  } catch (e) { /* an old browser, or one that keeps nothing */ }
  if (!workers) {
    // Ticks are kept here, too, and must be easy to take away.
    var button = /** @type {HTMLButtonElement} */ (box.querySelector("[value=hapus]"));
    if (button) {
      /** @type {HTMLElement} */ (button.parentNode).hidden = false;
      button.onclick = function () {
        forget();
        button.nextElementSibling.textContent = word("sisa");
      };
    }
    return;
  }

  function nothing() { /* what cannot be kept can still be read now */ }

  function word(key) {
    return box.getAttribute("data-" + key);
  }

  /** @returns {any} the element, of which its caller knows the kind */
  function find(id) {
    return document.getElementById(id);
  }

  function each(selector, act) {
    [].forEach.call(box.querySelectorAll(selector), act);
  }

  // registered gives this site's worker, not one of a site above it.
  function registered() {
    return workers.getRegistration(root).then(function (known) {
      return known && known.scope == root && known;
    });
  }

  // register is done when all that the wish needs is saved.
  function register(wish) {
    return workers.register(address + wish).then(function (known) {
      return known.installing && new Promise(function (done, fail) {
        known.installing.onstatechange = function () {
          (this.state == "redundant" ? fail : done)();
        };
      });
    });
  }

  // ours calls act with the name of each cache of this site.
  function ours(act) {
    return caches.keys().then(function (names) {
      return Promise.all(names.filter(function (name) {
        return name.replace(/^buku-\w+/, "") == path;
      }).map(act));
    });
  }

  // keep saves pages one after the other: one that fails costs no other, and
  // what is there already is not paid for again.
  function keep(wish, names) {
    return registered().then(function (known) {
      return known || register(wish);
    }).then(function () {
      return caches.open("buku-lain" + path);
    }).then(function (cache) {
      var failed;
      return names.reduce(function (before, name) {
        return before.then(function () {
          return caches.match(root + name);
        }).then(function (saved) {
          return saved || fetch(root + name).then(function (answer) {
            return answer.clone().text().then(function (text) {
              // Another page than ours: of a network that wants a login, say.
              if (!answer.ok || /html$/.test(name) && text.indexOf(word("tanda")) < 0) throw name;
              return cache.put(root + name, answer);
            });
          });
        }).then(null, function () {
          failed = 1;
        });
      }, Promise.resolve()).then(function () {
        if (failed) throw failed;
      });
    });
  }

  // forget removes what the pages keep by themselves: ticks, names, marks.
  function forget() {
    try {
      Object.keys(localStorage).forEach(function (key) {
        if (!key.indexOf("suluh.")) localStorage.removeItem(key);
      });
      sessionStorage.clear();
    } catch (e) { /* nothing was kept there */ }
  }

  function empty() {
    return ours(function (name) {
      return caches["delete"](name);
    });
  }

  // wipe empties twice: the worker may just then be refreshing a page, and opens
  // a cache again that it has seen before.
  function wipe() {
    forget();
    each("span", function (status) {
      status.textContent = "";
    });
    return empty().then(registered).then(function (known) {
      return known && known.unregister();
    }).then(empty);
  }

  var acts = {
    inti: function () {
      return register("inti");
    },
    satu: function () {
      return keep("satu", [word("sini"), find("satu-desa").value, find("satu-negara").value]);
    },
    semua: function () {
      return fetch(word("daftar")).then(function (answer) {
        return answer.json();
      }).then(function (names) {
        return keep("satu", names);
      });
    },
    hapus: wipe
  };

  function result(size) {
    var now = new Date();
    return [word("jadi"), size, "KB,", now.getDate(), word("bulan").split(" ")[now.getMonth()], now.getFullYear()].join(" ");
  }

  // remembered keeps what a button has done for the next visit.
  function remembered(wish, text) {
    try {
      if (text) localStorage["suluh.simpan." + wish] = text;
      return localStorage["suluh.simpan." + wish];
    } catch (e) {
      return text;
    }
  }

  function offer(button) {
    var wish = button.value, size = button.getAttribute("data-kb"), status = button.nextElementSibling;
    status.textContent = remembered(wish) || "";
    button.onclick = function () {
      status.textContent = word("tunggu");
      try { navigator.storage.persist(); } catch (e) { /* kept while there is room */ }
      acts[wish]().then(function () {
        status.textContent = size ? remembered(wish, result(size)) : word("sisa");
        list();
        offerInstall();
      }, function () {
        status.textContent = word("gagal");
      });
    };
  }

  // list shows what is saved, each page by its heading.
  function list() {
    var items = find("tersimpan");
    items.innerHTML = "";
    ours(function (name) {
      return caches.open(name).then(function (cache) {
        return cache.matchAll();
      }).then(function (saved) {
        saved.forEach(function (page) {
          if (/\/(?!404\.)[^\/]*html$/.test(page.url)) page.text().then(function (text) {
            items.innerHTML += '<li><a href="' + page.url + '">' + /<h1>([^<]*)|$/.exec(text)[1] + "</a>";
          });
        });
      });
    }).then(null, nothing);
  }

  // offerInstall lets the browser put the site among the apps of the phone, where
  // others see it: only for a reader who has saved something.
  function offerInstall() {
    registered().then(function (known) {
      if (known) document.head.appendChild(manifest);
    }).then(null, nothing);
  }

  var manifest = document.createElement("link");
  manifest.rel = "manifest";
  manifest.href = "manifest.webmanifest";
  each(".alih", function (part) {
    part.hidden = !part.hidden;
  });
  each("button", offer);
  var title = document.createElement("h2");
  title.textContent = word("judul");
  box.insertBefore(title, find("tersimpan"));
  list();
  offerInstall();
})();
