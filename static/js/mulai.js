/* The search form, where there is one. */
(function () {
  var form = document.getElementById("cari");
  if (form) suluhSearch(form);
})();
