/* What the desk does beside its forms: it goes to the line of a message, and keeps what is
   typed until it is saved, so that a closed tab loses nothing. */
(function () {
  var form = /** @type {HTMLFormElement} */ (document.getElementById("tulisan"));
  if (!form) return;
  var text = /** @type {HTMLTextAreaElement} */ (document.getElementById("isi") || form.querySelector("textarea"));
  var key = "suluh.meja." + form.getAttribute("data-berkas"), before = typed();

  // typed gives what stands in the fields, as one text.
  function typed() {
    var values = {};
    each(function (field, name) { values[name] = field.type == "checkbox" ? field.checked : bare(field.value); });
    return JSON.stringify(values);
  }

  // each calls do for every field, with a name that no other has.
  function each(call) {
    Array.prototype.forEach.call(form.elements, function (field) {
      if (field.name && field.type != "hidden") call(field, field.type == "checkbox" ? field.name + "=" + field.value : field.name);
    });
  }

  function restore(kept) {
    var values = JSON.parse(kept);
    each(function (field, name) {
      if (!(name in values)) return;
      if (field.type == "checkbox") field.checked = values[name];
      else field.value = values[name];
    });
  }

  function read() { try { return localStorage.getItem(key); } catch (e) { return null; } }
  function forget() { try { localStorage.removeItem(key); } catch (e) { /* nothing was kept */ } }
  function keep() {
    try {
      if (typed() == before) localStorage.removeItem(key);
      else localStorage.setItem(key, typed());
    } catch (e) { /* kept on the page only */ }
  }

  // go shows a line of the text and puts the cursor there.
  function go(line) {
    var lines = text.value.split("\n"), at = 0;
    for (var i = 0; i < line - 1 && i < lines.length; i++) at += lines[i].length + 1;
    text.focus();
    text.setSelectionRange(at, at + (lines[line - 1] || "").length);
    text.scrollTop = Math.max(0, (line - 4) * text.scrollHeight / lines.length);
  }

  function bare(t) { return t.replace(/\s+$/, ""); }

  var sent = false, kept = read(), note = document.getElementById("simpanan");
  if (kept !== null && kept == before) forget(); // it was saved
  else if (kept !== null) {
    note.hidden = false;
    document.getElementById("ambil").onclick = function () { restore(kept); note.hidden = true; text.focus(); };
    document.getElementById("buang").onclick = function () { forget(); note.hidden = true; };
  }
  form.addEventListener("input", keep);
  form.addEventListener("change", keep);
  // What is sent is kept until the page comes back with it: the program may be gone.
  form.addEventListener("submit", function (e) { sent = !(/** @type {SubmitEvent} */ (e).submitter && /** @type {SubmitEvent} */ (e).submitter.id == "lihat"); });

  // The page beside follows what is typed, after a pause, and stays where it was scrolled.
  var see = document.getElementById("lihat"), frame = document.querySelector("iframe"), pause = 0, top = 0;
  if (see && frame) {
    form.addEventListener("input", function () {
      clearTimeout(pause);
      pause = setTimeout(function () {
        try { top = frame.contentWindow.scrollY; } catch (e) { top = 0; }
        see.click();
      }, 600);
    });
    frame.addEventListener("load", function () { try { frame.contentWindow.scrollTo(0, top); } catch (e) { /* another page */ } });
  }
  addEventListener("beforeunload", function (e) { if (typed() != before && !sent) { e.preventDefault(); e.returnValue = ""; } });
  Array.prototype.forEach.call(document.querySelectorAll("a[data-baris]"), function (link) {
    link.addEventListener("click", function (e) { e.preventDefault(); go(+link.getAttribute("data-baris")); });
  });
  // A field of the part that is closed is shown when a message leads to it.
  Array.prototype.forEach.call(document.querySelectorAll('.pesan a[href^="#"]'), function (link) {
    link.addEventListener("click", function () {
      var field = document.getElementById(link.getAttribute("href").slice(1));
      for (var e = field; e; e = e.parentElement) if (e.nodeName == "DETAILS") /** @type {HTMLDetailsElement} */ (e).open = true;
    });
  });
  if (text.hasAttribute("data-baris")) go(+text.getAttribute("data-baris"));
})();
