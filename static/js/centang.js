/* Checklists: ticks are kept on this phone by the stable id of each item, for
   each person by a name tag. Where storage is missing, full or forbidden, the
   boxes are still boxes. */
(function () {
  var bar = document.getElementById("kemajuan");
  if (!bar) return;
  var list = bar.getAttribute("data-daftar");
  var boxes = /** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll(".centang input"));
  var people = document.createElement("select"), wiped = "";
  var wipe = document.getElementById("kosongkan"), wipeWords = wipe.textContent;

  function read(key) {
    try { return localStorage.getItem("suluh." + key) || ""; } catch (e) { return ""; }
  }

  function write(key, value) {
    try { localStorage.setItem("suluh." + key, value); } catch (e) { /* kept on the page only */ }
  }

  function place() {
    return "centang." + list + "." + people.value;
  }

  function progress() {
    var done = 0;
    for (var i = 0; i < boxes.length; i++) if (boxes[i].checked) done++;
    bar.textContent = done + " " + bar.getAttribute("data-dari") + " " + boxes.length;
  }

  // save writes one tick to what is kept now: another tab may have written since.
  function save(box) {
    var ids = read(place()).split(",").filter(function (id) { return id && id != box.name; });
    if (box.checked) ids.push(box.name);
    write(place(), ids.join(","));
    progress();
  }

  function load() {
    var ids = "," + read(place()) + ",";
    for (var i = 0; i < boxes.length; i++) boxes[i].checked = ids.indexOf("," + boxes[i].name + ",") >= 0;
    progress();
  }

  // offer lets a wipe be undone, or nothing.
  function offer(kept) {
    wiped = kept;
    wipe.textContent = kept ? wipe.getAttribute("data-batal") : wipeWords;
  }

  function addPerson(name) {
    people.appendChild(new Option(name, name));
    people.value = name;
  }

  function missing() {
    var lines = [bar.getAttribute("data-belum")];
    for (var i = 0; i < boxes.length; i++) {
      if (!boxes[i].checked) lines.push("- " + boxes[i].parentNode.textContent.trim());
    }
    return encodeURIComponent(lines.join("\n"));
  }

  function on(id, act) {
    var button = document.getElementById(id);
    button.hidden = false;
    button.addEventListener("click", act);
  }

  // choosePerson puts the choice of a name before the button that adds one.
  function choosePerson(button) {
    var label = document.createElement("label");
    label.textContent = button.getAttribute("data-siapa") + " ";
    people.id = "orang";
    people.appendChild(new Option(button.getAttribute("data-saya"), ""));
    label.appendChild(people);
    button.parentNode.insertBefore(label, button);
  }

  choosePerson(document.getElementById("tambah-orang"));
  var names = read("orang").split("\n");
  for (var i = 0; i < names.length; i++) if (names[i]) addPerson(names[i]);
  people.value = read("kini");
  if (people.selectedIndex < 0) people.selectedIndex = 0;
  people.addEventListener("change", function () { write("kini", people.value); offer(""); load(); });
  for (i = 0; i < boxes.length; i++) {
    if (boxes[i].checked) save(boxes[i]); // ticked before this script was here
    boxes[i].addEventListener("change", function () { save(this); });
  }
  addEventListener("storage", load); // another tab has written

  on("tambah-orang", function () {
    var name = (prompt(this.getAttribute("data-tanya")) || "").replace(/[\n.,]/g, " ").trim();
    if (!name) return;
    write("orang", read("orang") + "\n" + name);
    write("kini", name);
    addPerson(name);
    load();
  });
  on("kirim-wa", function () { location.href = "https://wa.me/?text=" + missing(); });
  on("kirim-sms", function () { location.href = "sms:?body=" + missing(); });
  // Wiping can be undone until the page is left or the list is another person's. What was
  // ticked since stays.
  on("kosongkan", function () {
    var kept = read(place());
    write(place(), wiped && wiped + "," + kept);
    offer(wiped ? "" : kept);
    load();
  });
  load();
})();
