/* What the desk does beside its forms: it goes to the line of a message, and keeps what is
   typed until it is saved, so that a closed tab loses nothing. */
(function () {
  var text = document.getElementById("isi");
  if (!text) return;
  var key = "suluh.meja." + text.getAttribute("data-berkas"), before = text.value;

  function read() { try { return localStorage.getItem(key); } catch (e) { return null; } }
  function forget() { try { localStorage.removeItem(key); } catch (e) { /* nothing was kept */ } }
  function keep() {
    try {
      if (text.value == before) localStorage.removeItem(key);
      else localStorage.setItem(key, text.value);
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
  if (kept !== null && bare(kept) == bare(before)) forget(); // it was saved
  else if (kept !== null) {
    note.hidden = false;
    document.getElementById("ambil").onclick = function () { text.value = kept; note.hidden = true; text.focus(); };
    document.getElementById("buang").onclick = function () { forget(); note.hidden = true; };
  }
  text.addEventListener("input", keep);
  // What is sent is kept until the page comes back with it: the program may be gone.
  text.form.addEventListener("submit", function () { sent = true; });
  addEventListener("beforeunload", function (e) { if (text.value != before && !sent) { e.preventDefault(); e.returnValue = ""; } });
  Array.prototype.forEach.call(document.querySelectorAll("a[data-baris]"), function (link) {
    link.addEventListener("click", function (e) { e.preventDefault(); go(+link.getAttribute("data-baris")); });
  });
  if (text.hasAttribute("data-baris")) go(+text.getAttribute("data-baris"));
})();
