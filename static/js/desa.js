/* The village directory: a box that leaves only the villages that fit. Case,
   spaces and marks do not matter: "balunglor" finds Balung Lor. Without this
   the form leads to the search page. */
(function () {
  var form = document.getElementById("saring");
  if (!form) return;
  var box = form.querySelector("input");
  var status = document.getElementById("saring-hasil");
  var groups = document.querySelectorAll(".kecamatan");

  function fold(text) {
    text = text.toLowerCase();
    if (text.normalize) text = text.normalize("NFD");
    return text.replace(/[^a-z0-9]/g, "").replace(/oe/g, "u").replace(/dj/g, "j").replace(/(.)\1/g, "$1");
  }

  function filter() {
    var wanted = fold(box.value), found = 0;
    for (var i = 0; i < groups.length; i++) {
      var items = groups[i].querySelectorAll("li"), shown = 0;
      for (var j = 0; j < items.length; j++) {
        items[j].hidden = fold(items[j].textContent).indexOf(wanted) < 0;
        if (!items[j].hidden) shown++;
      }
      groups[i].hidden = !shown;
      found += shown;
    }
    status.textContent = found + " " + status.getAttribute("data-desa");
  }

  form.addEventListener("submit", function (event) { event.preventDefault(); });
  box.addEventListener("input", filter);
})();
