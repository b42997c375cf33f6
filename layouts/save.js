/* Save for offline, and delete it all again: what the buttons of luring.html do.
   Nothing is saved unasked. From a disk, or where there is no worker, only the
   button that deletes is shown, and the page says what to do instead. */
(function () {
  var box = document.querySelector("[data-sw]");
  if (!box) return;
  var workers, root, path, shelf, address = box.getAttribute("data-sw");
  try {
    workers = caches && /^http/.test(location.protocol) && navigator.serviceWorker;
    var top = new URL(".", new URL(address, location.href));
    root = top.href;
    path = top.pathname;
    shelf = "buku-lain" + path;
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
  var language = address.replace(/.*\?/, "");

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

  // register is done when all that the wish needs is saved; the worker fetches
  // what of it is not there.
  function register(wish) {
    return workers.register(address + wish).then(function (known) {
      return known.installing && new Promise(function (done, fail) {
        known.installing.onstatechange = function () {
          (this.state == "redundant" ? fail : done)();
        };
      });
    });
  }

  // ask fetches a file; a name with a hash never changes its content.
  function ask(name) {
    return fetch(root + name, { cache: /\.[0-9a-f]{8}\.js$/.test(name) ? "default" : "no-cache" }).then(function (answer) {
      if (!answer.ok) throw name;
      return answer;
    });
  }

  // packOf fetches a pack. Where the host does not compress it, what a reader was
  // told of its size would be wrong: then the browser unpacks the .gz of it.
  function packOf(wish) {
    var name = language + "luring-" + wish + ".txt";
    return ask(name).then(function (answer) {
      if (answer.headers.get("Content-Encoding")) return answer;
      answer.body.cancel();
      return ask(name + ".gz").then(function (zipped) {
        if (zipped.headers.get("Content-Encoding")) return zipped;
        return new Response(zipped.body.pipeThrough(new DecompressionStream("gzip")));
      });
    }).then(function (answer) {
      return answer.arrayBuffer();
    });
  }

  var TYPES = { html: "text/html; charset=utf-8", js: "text/javascript", svg: "image/svg+xml", json: "application/json" };

  // unpack puts the files of a pack into the cache. It is whole or nothing is kept:
  // what is no pack, or ends too early, throws.
  function unpack(bytes) {
    var at = new Uint8Array(bytes).indexOf(10) + 1;
    var files = JSON.parse(new TextDecoder().decode(bytes.slice(0, at))).suluh.map(function (file) {
      var from = at;
      at += file[1];
      return { name: file[0], data: bytes.slice(from, at) };
    });
    if (at != bytes.byteLength) throw at;
    return caches.open(shelf).then(function (cache) {
      return Promise.all(files.map(function (file) {
        var end = file.name.split(".").pop();
        return cache.put(root + file.name, new Response(file.data, { headers: { "Content-Type": TYPES[end] || "image/" + end } }));
      }));
    });
  }

  // keep saves pages one after the other: one that fails costs no other, and
  // what is there already is not paid for again.
  function keep(names) {
    return caches.open(shelf).then(function (cache) {
      var failed;
      return names.reduce(function (before, name) {
        return before.then(function () {
          return caches.match(root + name);
        }).then(function (saved) {
          return saved || ask(name).then(function (answer) {
            return answer.clone().text().then(function (text) {
              // Another page than ours: of a network that wants a login, say.
              if (/html$/.test(name) && text.indexOf(word("tanda")) < 0) throw name;
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

  // save fetches a pack, or its files one by one where packs do not come.
  function save(wish) {
    return packOf(wish).then(unpack).then(null, function () {
      return ask(language + "luring-" + wish + ".json").then(function (answer) {
        return answer.json();
      }).then(keep);
    });
  }

  // shown lets the worker show what was kept, be it all or some, and notes its day.
  // With no text of its own the note agrees with no versi.json, so that the worker
  // looks at all that is kept when the next page is opened.
  function shown(saving, wish) {
    function show(failed) {
      return registered().then(function (known) {
        return known && wish == "satu" || register(wish);
      }).then(function () {
        return caches.open(shelf);
      }).then(function (cache) {
        return cache.put(root + "versi.json", new Response("", { headers: { "x-hari": new Date().toISOString() } }));
      }).then(function () {
        if (failed) throw failed;
      });
    }
    return saving.then(function () {
      return show();
    }, show);
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
    return caches.keys().then(function (names) {
      return Promise.all(names.map(function (name) {
        return name.replace(/^buku-\w+/, "") == path && caches["delete"](name);
      }));
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
      return shown(save("inti"), "inti");
    },
    satu: function () {
      return shown(keep([find("satu-desa").value, find("satu-negara").value]), "satu");
    },
    desa: function () {
      return shown(save("desa"), "satu");
    },
    semua: function () {
      return shown(save("semua"), "satu");
    },
    hapus: wipe
  };

  function day(date) {
    return date.toLocaleDateString(document.documentElement.lang, { day: "numeric", month: "long", year: "numeric" });
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
        status.textContent = size ? remembered(wish, word("jadi") + " " + size + " KB, " + day(new Date())) : word("sisa");
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
    caches.has(shelf).then(function (there) {
      return there && caches.open(shelf).then(function (cache) {
        return cache.keys().then(function (kept) {
          kept.forEach(function (page) {
            if (/\/(?!404\.)[^\/]*html$/.test(page.url)) cache.match(page).then(function (saved) {
              return saved.text();
            }).then(function (text) {
              items.innerHTML += '<li><a href="' + page.url + '">' + /<h1>([^<]*)|$/.exec(text)[1] + "</a>";
            });
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
