/* The worker that keeps saved pages readable without a network.

   The generator puts three values before this text: VERSION, which changes with
   the files, MARK, which stands in each page of the site and in no other, and
   FILES, what to keep for each wish: "inti" for the important
   pages, "satu" for what a reader chooses, "en/inti" and so on for the other
   languages. The wish is the query of this script's address, so that the
   browser remembers it and nothing else has to.

   Caches have neutral names, since they can be seen in the phone's settings:
   buku-VERSION with the files of this list, buku-lain with what a reader added.
   The site's path at their end keeps apart two sites of one host. */
(function (/** @type {any} */ worker) {
  var root = worker.registration.scope;
  var path = new URL(root).pathname;
  var core = "buku-" + VERSION + path;
  var added = "buku-lain" + path;
  var wish = worker.location.search.slice(1);
  var files = FILES[wish] || FILES.inti;
  var language = wish.replace(/[^\/]*$/, "");

  function nothing() {}

  // A name with a hash never changes its content. All else is asked for anew;
  // a server that knows it unchanged answers in a few bytes.
  function isHashed(address) {
    return /\.[0-9a-f]{8}\.js$/.test(address);
  }

  function request(address) {
    return new Request(address, isHashed(address) ? {} : { cache: "no-cache" });
  }

  function requestOf(name) {
    return request(root + name);
  }

  // ours calls act with the name of each cache of this site.
  function ours(act) {
    return caches.keys().then(function (names) {
      return Promise.all(names.filter(function (name) {
        return name.replace(/^buku-\w+/, "") == path;
      }).map(act));
    });
  }

  // isOwn tells whether an answer is one of this site. A host that is parked, a
  // network that wants a login, an error page: they answer 200 as well, and must
  // not take the place of a number that somebody may need.
  function isOwn(answer) {
    var isPage = /html/.test(answer.headers.get("Content-Type") || "");
    if (answer.type != "basic") return Promise.resolve(false);
    if (!/\.html$/.test(fileOf(answer.url))) return Promise.resolve(!isPage);
    return answer.clone().text().then(function (text) {
      return text.indexOf(MARK) >= 0;
    });
  }

  function add(cache, name) {
    return fetch(requestOf(name)).then(function (answer) {
      return isOwn(answer).then(function (own) {
        if (!answer.ok || !own) throw name;
        return cache.put(root + name, answer);
      });
    });
  }

  // What the offline page needs must be there; one missing page of the rest
  // must not cost all others.
  function save(cache) {
    return Promise.all(files[0].map(function (name) {
      return add(cache, name);
    })).then(function () {
      return Promise.all(files[1].map(function (name) {
        return add(cache, name)["catch"](nothing);
      }));
    });
  }

  // isGone tells whether the site has taken a page away: it says so by a page of
  // its own, or its first page is still there.
  function isGone(answer) {
    if (answer.status != 404 && answer.status != 410) return Promise.resolve(false);
    return isOwn(answer).then(function (own) {
      return own || fetch(request(root + "index.html")).then(function (first) {
        return first.ok && isOwn(first);
      });
    });
  }

  // fileOf gives the saved file for an address as hosts and readers write it:
  // a folder for its index, a name without .html, a query behind it.
  function fileOf(address) {
    return address.replace(/[?#].*/, "").replace(/\/$/, "/index.html").replace(/\/[^.\/]+$/, "$&.html");
  }

  // A browser refuses, for a page, an answer that came by a redirection.
  function usable(saved) {
    return saved.redirected ? new Response(saved.body, saved) : saved;
  }

  // refresh asks for a saved page, so that a corrected number is there at the next
  // view, and puts it where it was kept. A page that the site has withdrawn leaves
  // the phone at once. A cache is opened only for a page that it holds: opening
  // makes anew one that the reader just deleted. It gives the site's answer, or
  // nothing where there is none to rely on.
  function refresh(address) {
    return fetch(request(address)).then(function (fresh) {
      return Promise.all([fresh, isGone(fresh), fresh.ok && isOwn(fresh)]);
    }).then(function (found) {
      var fresh = found[0], gone = found[1];
      if (!gone && !found[2]) return;
      return ours(function (name) {
        return caches.match(address, { cacheName: name }).then(function (held) {
          return held && caches.open(name).then(function (cache) {
            return cache.match(address).then(function (still) {
              return still && (gone ? cache["delete"](address) : /** @type {any} */ (cache.put(address, fresh.clone())));
            });
          });
        });
      }).then(function () {
        return fresh;
      });
    })["catch"](nothing);
  }

  // A number that is wrong can harm, so the pages of villages and of contacts are
  // asked for first; what is saved stands in when no answer comes in time.
  function isUrgent(address) {
    return /^(\w\w\w?\/)?(desa\/|nomor-penting)/.test(address.slice(root.length));
  }

  var patience = 3000;

  function freshFirst(saved, answer) {
    return new Promise(function (show) {
      setTimeout(function () {
        show(saved);
      }, patience);
      answer.then(function (fresh) {
        show(fresh || saved);
      });
    });
  }

  // instead leads to the first saved page that helps. It leads on instead of
  // showing it, since the links of a page only fit its own address.
  function instead(names) {
    if (!names.length) return Response.error();
    var address = root + language + names[0];
    return caches.match(address).then(function (saved) {
      return saved ? Response.redirect(address + (names[0] == "luring.html" ? "#putus" : "")) : instead(names.slice(1));
    });
  }

  function online(wanted) {
    return fetch(wanted)["catch"](function () {
      return wanted.mode == "navigate" ? instead(["luring.html", "nomor-penting.html"]) : Response.error();
    });
  }

  worker.addEventListener("install", function (event) {
    event.waitUntil(caches.open(core).then(save));
  });

  worker.addEventListener("activate", function (event) {
    event.waitUntil(ours(function (name) {
      return name == core || name == added || caches["delete"](name);
    }));
  });

  worker.addEventListener("fetch", function (event) {
    var wanted = event.request;
    if (wanted.method != "GET" || wanted.url.indexOf(root) !== 0) return;
    var address = fileOf(wanted.url);
    var answer = caches.match(address).then(function (saved) {
      if (!saved) return [online(wanted)];
      var fresh = isHashed(address) ? Promise.resolve() : refresh(address);
      return [isUrgent(address) ? freshFirst(usable(saved), fresh) : usable(saved), fresh];
    });
    event.respondWith(answer.then(function (answers) {
      return answers[0];
    }));
    event.waitUntil(answer.then(function (answers) {
      return answers[1];
    }));
  });
})(self);
