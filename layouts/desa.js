// Find a village: suluhSearch(question, show, load) answers with villages and
// areas, however their names are typed. A directory that fits on one page is
// read from the page; for a larger one desa-luas.js follows this script.
// static/js/cari.js asks and shows.
//
// plain() and sound() are the twins of Plain and Sound in
// internal/search/places.go; a test holds them equal.
/** @type {Search} */
var suluhSearch = (function () {
  'use strict';
  var MOST = 20; // hits that are shown
  var page;

  function plain(names) {
    names = names.toLowerCase();
    if (names.normalize) names = names.normalize('NFD').replace(/[\u0300-\u036f]/g, '');
    return names.replace(/[^a-z0-9]+/g, ' ')
      .replace(/\b(desa|ds|kelurahan|kel|kecamatan|kec|kabupaten|kab|district|village|regency)\b/g, '')
      .replace(/oe/g, 'u').replace(/dj/g, 'j').replace(/tj/g, 'c').replace(/ /g, '');
  }

  function sound(text) {
    return text.replace(/[vf]/g, 'p').replace(/z/g, 's')
      .replace(/q/g, 'k').replace(/h/g, '').replace(/[ou]/g, 'a').replace(/[ey]/g, 'i').replace(/(.)\1+/g, '$1');
  }

  function begins(text, start) {
    return !text.lastIndexOf(start, 0);
  }

  // oneSlip tells whether two texts differ by one letter, or by two exchanged;
  // whole says whether b must end where a does.
  function oneSlip(a, b, whole) {
    function same(rest, of) {
      return whole ? rest == of : begins(of, rest);
    }
    for (var i = 0; a[i] && a[i] == b[i];) i++;
    return same(a.slice(i + 1), b.slice(i + 1)) || same(a.slice(i + 1), b.slice(i)) || same(a.slice(i), b.slice(i + 1)) ||
      a[i] == b[i + 1] && a[i + 1] == b[i] && same(a.slice(i + 2), b.slice(i + 2));
  }

  function place(name, where, href, area, code) {
    var parts = where.split(', '), called = plain(name), near = plain(parts[0]), around = near + plain(parts.slice(1).join(' '));
    return {
      name: name, where: where, href: href, area: area, code: plain(code || ''), plain: called, district: near, whole: called + around,
      sound: sound(called), nearby: sound(called + near), key: sound(called + around), around: sound(around)
    };
  }

  // The worst rank of what was typed right, as far as it was typed.
  var RIGHT = 5;

  function rank(p, text, key) {
    if (p.plain == text || p.code == text) return 0;
    if (begins(p.whole, text)) return 1;
    if (p.sound == key || p.nearby == key) return 2;
    if (begins(p.key, key)) return 3;
    // "sidomulyo jember" leaves the district out.
    if (key[p.sound.length + 2] && begins(key, p.sound) && p.around.indexOf(key.slice(p.sound.length)) >= 0) return 4;
    if (text[2] && p.plain.indexOf(text) >= 0) return RIGHT;
    if (!key[3]) return 9;
    return oneSlip(key, p.sound, true) || oneSlip(key, p.nearby, true) ? 6 : oneSlip(key, p.key) ? 7 : 9;
  }

  // best sorts out what fits, areas last unless they are asked for. Who asks for a district
  // gets its villages, those with a page first. Slips are of use only where nothing is right.
  function best(places, question) {
    var least = 8, text = plain(question), key = sound(text);
    var last = /\b(kec|kab|distr|reg)/i.test(question) ? -1 : 1;
    places.forEach(function (p) {
      p.rank = last < 0 && p.district == text ? p.note ? 1 : 0 : rank(p, text, key);
      least = Math.min(least, p.rank);
    });
    return places.filter(function (p) {
      return p.rank <= (least > RIGHT ? 7 : RIGHT);
    }).sort(function (a, b) {
      return a.rank - b.rank || last * (a.area - b.area) || (a.note ? 1 : 0) - (b.note ? 1 : 0) || (a.whole < b.whole ? -1 : a.whole > b.whole ? 1 : 0);
    });
  }

  // Words that stand around a name: they are left out when nothing fits with them.
  var AROUND = /\b(kantor|balai|alamat)\b/g;

  function answer(question, show, load) {
    // As it was typed, without the words around a name, each two words that follow each
    // other, and each word for itself, the last first: "jember ambulu" where all lie in Jember.
    var bare = question.toLowerCase().replace(AROUND, ' '), words = bare.split(/[\s,]+/).filter(plain).reverse();
    var ways = [question, bare].concat(words.slice(1).map(function (word, i) {
      return word + ' ' + words[i];
    }), words).filter(plain), found = [], least = 9, more, sure;

    // next asks in one way after the other until something fits.
    function next() {
      var way = ways.shift();
      if (!way) return show(found.slice(0, MOST).map(function (p) {
        return [p.href, p.name, p.where, p.note];
      }), more || found.length > MOST, sure);
      function take(hits, others) {
        // A word for itself is a name only where one begins with it: "timur" ends many;
        // and of several such words the one that is a whole name. It is surely one only where
        // it is the whole name, for many words begin one: "mundur", "ke".
        var whole = way == question || way == bare, pair = / /.test(way), rank = hits[0] ? hits[0].rank : 9;
        if (whole ? !found[0] || rank <= RIGHT : rank <= 3 && rank < least) {
          found = hits;
          more = others;
          least = rank;
          sure = rank <= RIGHT && (whole || pair || rank == 0 || rank == 2);
        }
        if (whole ? rank <= RIGHT || found[0] && way == bare : !rank || pair && rank <= 3) ways = [];
        next();
      }
      if (/** @type {Search} */ (answer).look) /** @type {Search} */ (answer).look(way, take, load);
      else take(best(onPage(), way));
    }

    next();
  }

  // onPage reads the directory of a small site, and the list behind this script: all
  // villages of the regency, each with the page that it has, or what is known without one.
  function onPage() {
    if (page) return page;
    var paged = {}, data = window.suluhDesa, way = data && !document.querySelector('.kecamatan') ? 'desa/' : '';
    page = [].map.call(document.querySelectorAll('.kecamatan h2[id], .kecamatan a'), function (element) {
      var parts = element.textContent.split(', ');
      paged[element.getAttribute('href')] = 1;
      return place(parts[0], parts.slice(1).join(', '), element.id ? '#' + element.id : element.getAttribute('href'), element.id ? 1 : 0, element.getAttribute('data-kode'));
    });
    (data ? data.list.split(';') : []).forEach(function (district) {
      district = district.split(':');
      district[1].split(',').forEach(function (name) {
        name = name.split('=');
        var urban = name[0].charAt(0) == '*', called = name[0].replace('*', ''), href = name[1];
        if (href && paged[href]) return;
        var p = place(called, data.district + ' ' + district[0], way + (href || 'index.html#tidak-ada'), 0);
        if (!href) p.note = data.without + ' ' + (urban ? data.urban : data.rural) + ' ' + called + '.';
        page.push(p);
      });
    });
    return page;
  }

  // desa-luas.js puts look here, and needs these.
  answer.place = place;
  answer.best = best;
  answer.right = RIGHT;
  answer.plain = plain;
  answer.sound = sound;
  return answer;
})();
