/* The worker that keeps saved pages readable without a network.

   The generator puts two values before this text: MARK, which stands in each
   page of the site and in no other, and FILES, what must be there for each wish:
   "inti" for the important pages, "satu" for what a reader chooses, "en/inti" and
   so on for the other languages. The wish is the query of this script's address,
   so that the browser remembers it and nothing else has to.

   All that is kept is in one cache. Its name is neutral, since it can be seen in
   the phone's settings; the site's path at its end keeps apart two sites of one
   host. The pages of the site fill it; this worker adds what of its list is
   missing, and keeps it true by versi.json, which names the bytes of all that is
   published now. */
(function (/** @type {any} */ worker) {
  var root = worker.registration.scope;
  var path = new URL(root).pathname;
  var shelf = "buku-lain" + path;
  var wish = worker.location.search.slice(1);
  var files = FILES[wish] || FILES.inti;
  var language = wish.replace(/[^\/]*$/, "");
  var versions = root + "versi.json";

  function nothing() {}

  // A name with a hash never changes its content. All else is asked for anew;
  // a server that knows it unchanged answers in a few bytes.
  function isHashed(address) {
    return /\.[0-9a-f]{8}\.js$/.test(address);
  }

  function ask(address) {
    return fetch(new Request(address, isHashed(address) ? {} : { cache: "no-cache" }));
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

  // fill adds a file that is not there: of a cache of before, or from the network.
  function fill(cache, name) {
    return caches.match(root + name).then(function (saved) {
      return saved || ask(root + name).then(function (answer) {
        return isOwn(answer).then(function (own) {
          if (!answer.ok || !own) throw name;
          return answer;
        });
      });
    }).then(function (answer) {
      return cache.put(root + name, answer);
    });
  }

  // isGone tells whether the site has taken a page away: it says so by a page of
  // its own, or its first page is still there.
  function isGone(answer) {
    if (answer.status != 404 && answer.status != 410) return Promise.resolve(false);
    return isOwn(answer).then(function (own) {
      return own || ask(root + "index.html").then(function (first) {
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

  // withShelf calls act with the cache, unless the reader just deleted it: opening
  // would make it anew.
  function withShelf(act) {
    return caches.has(shelf).then(function (there) {
      return there && caches.open(shelf).then(act);
    });
  }

  // refresh asks for a saved page, so that a corrected number is there at the next
  // view. A page that the site has withdrawn leaves the phone at once. It gives the
  // site's answer, or nothing where there is none to rely on.
  function refresh(address) {
    return ask(address).then(function (fresh) {
      return Promise.all([fresh, isGone(fresh), fresh.ok && isOwn(fresh)]);
    }).then(function (found) {
      var fresh = found[0], gone = found[1];
      if (!gone && !found[2]) return;
      return withShelf(function (cache) {
        return cache.match(address).then(function (held) {
          return held && (gone ? cache["delete"](address) : /** @type {any} */ (cache.put(address, fresh.clone())));
        });
      }).then(function () {
        return fresh;
      });
    })["catch"](nothing);
  }

  // published asks which bytes are published now; it gives nothing where the answer
  // is none of the site's.
  function published() {
    return ask(versions).then(function (answer) {
      return answer.ok && answer.text();
    }).then(function (text) {
      var names = JSON.parse(text).suluh.match(/.{8}/g);
      return { text: text, has: function (name) { return names.indexOf(name) >= 0; } };
    })["catch"](nothing);
  }

  // nameOf names the bytes of a saved file, as versi.json does.
  function nameOf(saved) {
    return saved.clone().arrayBuffer().then(function (bytes) {
      return crypto.subtle.digest("SHA-256", bytes);
    }).then(function (sum) {
      return [].map.call(new Uint8Array(sum, 0, 4), function (byte) {
        return (256 + byte).toString(16).slice(1);
      }).join("");
    });
  }

  // renew asks for one saved page again, unless it is as it is published now.
  function renew(now, address, saved) {
    return nameOf(saved).then(function (name) {
      return now.has(name) ? undefined : refresh(address);
    });
  }

  // renewAll does so for all that is kept, one after the other, when something was
  // published since the last time, and notes the day. Scripts that no page needs any
  // more go last. A phone that loses its network meanwhile begins anew at the next page.
  function renewAll(now) {
    return withShelf(function (cache) {
      var old = [];
      return cache.match(versions).then(function (last) {
        return last && last.text();
      }).then(function (last) {
        return last == now.text ? [] : cache.keys();
      }).then(function (kept) {
        return kept.reduce(function (before, request) {
          return before.then(function () {
            return request.url != versions && cache.match(request);
          }).then(function (saved) {
            return saved && nameOf(saved).then(function (name) {
              if (now.has(name)) return;
              if (isHashed(request.url)) return old.push(request);
              return refresh(request.url).then(function (fresh) {
                if (!fresh) throw request.url;
              });
            });
          });
        }, Promise.resolve());
      }).then(function () {
        return Promise.all(old.map(function (request) {
          return cache["delete"](request);
        }));
      }).then(function () {
        return cache.put(versions, new Response(now.text, { headers: { "x-hari": new Date().toISOString() } }));
      });
    })["catch"](nothing);
  }

  // A number that is wrong can harm, so the pages of villages and of numbers are
  // judged first; what is saved stands in when no answer comes in time.
  function isUrgent(address) {
    return /^(\w\w\w?\/)?(desa\/|nomor)/.test(address.slice(root.length));
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

  // The first page of a list offers to save the others, and must be there; one
  // missing page of the rest must not cost all others.
  worker.addEventListener("install", function (event) {
    event.waitUntil(caches.open(shelf).then(function (cache) {
      return fill(cache, files[0]).then(function () {
        return Promise.all(files.slice(1).map(function (name) {
          return fill(cache, name)["catch"](nothing);
        }));
      });
    }));
  });

  // Caches of before, which had a version in their names, are in this one now.
  worker.addEventListener("activate", function (event) {
    event.waitUntil(caches.keys().then(function (names) {
      return Promise.all(names.map(function (name) {
        return name != shelf && name.replace(/^buku-\w+/, "") == path && caches["delete"](name);
      }));
    }));
  });

  worker.addEventListener("fetch", function (event) {
    var wanted = event.request;
    if (wanted.method != "GET" || wanted.url.indexOf(root) !== 0) return;
    var address = fileOf(wanted.url);
    var answer = caches.match(address).then(function (saved) {
      if (!saved) return [online(wanted)];
      if (wanted.mode != "navigate") return [usable(saved)];
      var now = published(), copy = saved.clone();
      var fresh = now.then(function (found) {
        return found ? renew(found, address, copy) : refresh(address);
      });
      return [isUrgent(address) ? freshFirst(usable(saved), fresh) : usable(saved), fresh.then(function () {
        return now;
      }).then(function (found) {
        return found && renewAll(found);
      })];
    });
    event.respondWith(answer.then(function (answers) {
      return answers[0];
    }));
    event.waitUntil(answer.then(function (answers) {
      return answers[1];
    }));
  });
})(self);
