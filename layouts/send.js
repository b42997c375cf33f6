/* The form by which an office sends its data. It makes a text while its writer
   types, in the lines that "suluh import" reads, and says what the program would
   refuse, by the rules that the page carries. Nothing leaves the phone before the
   writer sends the text. */
(function () {
  'use strict';
  var form = /** @type {HTMLFormElement} */ (document.getElementById('kirim'));
  if (!form) return;
  var fields = form.elements, text = document.getElementById('pesan'), copy = document.getElementById('salin');
  var rules = JSON.parse(form.getAttribute('data-aturan'));
  var LINES = [['telepon', 'TELEPON'], ['wa', 'WA'], ['jam', 'JAM'], ['alamat', 'ALAMAT'], ['petunjuk', 'PETUNJUK']];

  /** @param {string} name */
  function value(name) {
    return fields[name] ? fields[name].value.replace(/\s+/g, ' ').trim() : '';
  }

  // wrong gives what is wrong with a field, or "".
  function wrong(name) {
    var typed = value(name);
    for (var i = 0; typed && i < rules.length; i++) {
      var rule = rules[i];
      if (rule[0] === name && new RegExp(rule[1], 'i').test(typed) !== rule[2]) return rule[3];
    }
    return name === 'izin' && value('nomor') && value('pribadi') === 'ya' && !typed ? form.getAttribute('data-tanpa') : '';
  }

  // tell shows below a field what is wrong with it.
  function tell(field) {
    var said = wrong(field.name), note = document.getElementById(field.id + '-salah');
    if (!note) return; // a list to choose from
    note.textContent = said;
    if (said) field.setAttribute('aria-invalid', 'true');
    else field.removeAttribute('aria-invalid');
  }

  function line(label, name, last) {
    return label + ':' + (value(name) && (last || !wrong(name)) ? ' ' + value(name) : '') + '\n';
  }

  function compose() {
    var list = fields.desa, chosen = list.options && list.options[list.selectedIndex];
    var area = chosen && chosen.parentNode.label;
    var out = form.getAttribute('data-pembuka') + '\n\nDESA:' + (value('desa') ? ' ' + (chosen ? chosen.text : value('desa')) : '') + '\n';
    if (chosen) out += 'KODE:' + (chosen.value ? ' ' + chosen.value : '') + '\n';
    out += 'KECAMATAN:' + (area || value('kecamatan') ? ' ' + (area || value('kecamatan')) : '') + '\n';
    LINES.forEach(function (l) { out += line(l[1], l[0]); });
    var open = value('pribadi') === 'tidak' || value('pribadi') === 'ya' && value('izin');
    if (value('nomor') && open && !wrong('nomor')) {
      out += 'PETUGAS' + (value('petugas') && !wrong('petugas') ? ' (' + value('petugas') + ')' : '') + ': ' + value('nomor') + '\nPRIBADI: ' + value('pribadi') + '\n';
      if (value('pribadi') === 'ya') out += 'IZIN: ' + value('izin') + '\n' + line('BENTUK IZIN', 'bentuk') + line('LINGKUP IZIN', 'lingkup');
    }
    text.textContent = out;
    var sent = encodeURIComponent(out);
    /** @type {HTMLAnchorElement} */ (document.getElementById('kirim-wa')).href = 'https://wa.me/?text=' + sent;
    /** @type {HTMLAnchorElement} */ (document.getElementById('kirim-sms')).href = 'sms:?body=' + sent;
  }

  // fill takes what a village's page knows from behind the # of the address.
  function fill() {
    location.hash.slice(1).split('&').forEach(function (pair) {
      var at = pair.indexOf('='), field = fields[pair.slice(0, at)], typed;
      try { typed = decodeURIComponent(pair.slice(at + 1)); } catch (e) { return; }
      if (!field || !/^(SELECT|INPUT)$/.test(field.tagName)) return;
      field.value = typed;
      tell(field);
    });
  }

  function copied() {
    document.getElementById('salin-kata').textContent = form.getAttribute('data-jadi');
  }

  function byHand() {
    var range = document.createRange(), chosen = getSelection();
    range.selectNodeContents(text);
    chosen.removeAllRanges();
    chosen.addRange(range);
    if (document.execCommand('copy')) copied();
  }

  form.addEventListener('input', compose);
  form.addEventListener('change', function (/** @type {any} */ e) {
    tell(e.target);
    if (/^(nomor|pribadi)$/.test(e.target.name)) tell(fields.izin);
    compose();
  });
  form.addEventListener('submit', function (e) {
    e.preventDefault();
    text.focus();
  });
  copy.addEventListener('click', function () {
    if (navigator.clipboard && navigator.clipboard.writeText) navigator.clipboard.writeText(text.textContent).then(copied, byHand);
    else byHand();
  });
  fill();
  compose();
  form.hidden = copy.hidden = false;
})();
