/* Forms that answer on their own page: of the search page, and of the villages.
   What answers comes as a script with the first question, so that it works from
   a disk, too: suluhSearch(question, show, load) calls show(hits, more). A hit
   is [address, words, kind, summary]. */
(function () {
  // What is asked is kept for this tab, and not in the address, which the history shows:
  // the search page finds it after the home page, and after Back. Who left quickly does not.
  function kept(question) {
    try {
      if (question != null) sessionStorage.setItem("suluh.cari", question);
      else if (!sessionStorage.getItem("suluh.tutup")) return sessionStorage.getItem("suluh.cari");
    } catch (e) { /* asked on this page only */ }
    return "";
  }

  var form = /** @type {HTMLFormElement} */ (document.querySelector("form[role=search]"));
  if (!form) return;
  if (!form.hasAttribute("data-indeks")) {
    form.addEventListener("submit", function () { kept(form.elements.kata.value); });
    return;
  }
  var box = form.elements.q, out = document.getElementById("hasil"), list = document.createElement("ol"), scripts = {};
  list.className = "temuan";
  out.parentNode.insertBefore(list, out.nextSibling);

  function add(parent, name, text) {
    var element = document.createElement(name);
    element.textContent = text;
    return parent.appendChild(element);
  }

  function say(what) {
    out.textContent = out.getAttribute("data-" + what) || "";
  }

  function show(hits, more) {
    list.textContent = "";
    say(more ? "lagi" : hits[0] ? "ketemu" : box.value && "kosong");
    if (hits[0] && !more) out.textContent += ": " + hits.length;
    hits.forEach(function (hit) {
      var item = add(list, "li", "");
      add(item, "a", hit[1]).href = hit[0];
      if (hit[2]) add(item, "small", hit[2]);
      if (hit[3]) add(item, "p", hit[3]);
    });
  }

  // load fetches a script that stands beside the one that answers. Who types
  // fast asks for it several times.
  function load(name, done) {
    if (!scripts[name]) {
      scripts[name] = add(document.body, "script", "");
      scripts[name].onerror = function () {
        delete scripts[name];
        say("gagal");
      };
      scripts[name].src = form.getAttribute("data-indeks").replace(/[^\/]*$/, name);
    }
    scripts[name].addEventListener("load", done);
  }

  function ask() {
    var question = box.value;
    // An answer that comes late is no answer to what was typed since.
    suluhSearch(question, function (hits, more) { if (question == box.value) show(hits, more); }, load);
  }

  // begin asks at once, or as soon as there is who answers.
  function begin() {
    if (window.suluhSearch) ask();
    else {
      say("tunggu");
      load(/[^\/]*$/.exec(form.getAttribute("data-indeks"))[0], ask);
    }
  }

  form.addEventListener("submit", function (event) {
    event.preventDefault();
    box.blur(); // the keyboard of a phone hides the first hit
    if (!form.hasAttribute("data-ketik")) kept(box.value);
    begin();
  });
  if (form.hasAttribute("data-ketik")) {
    box.addEventListener("input", begin);
    if (box.value) begin(); // typed before this script was there
  }
  var asked = /[?&]q=([^&]+)/.exec(location.search), before = !form.hasAttribute("data-ketik") && kept();
  try {
    if (asked) box.value = decodeURIComponent(asked[1].replace(/\+/g, " "));
    else if (before) box.value = before;
    if (asked || before) begin();
  } catch (e) { /* an address that was cut off */ }
})();
