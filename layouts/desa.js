// Find a village: suluhSearch(question, show, load) answers with villages and
// areas, however their names are typed. A directory that fits on one page is
// read from the page; the places of a larger one stand in shards, cari-000.js
// and so on, sorted by key, and the table after this script says where each
// begins. A question mostly needs one shard. static/js/cari.js asks and shows.
//
// plain() and sound() are the twins of Plain and Sound in
// internal/search/places.go; a test holds them equal.
var suluhSearch = (function () {
  'use strict';
  var MOST = 20; // hits that are shown
  var firsts = [], shards = [];

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

  function place(name, where, href, area) {
    var parts = where.split(', '), called = plain(name), near = plain(parts[0]), around = near + plain(parts.slice(1).join(' '));
    return {
      name: name, where: where, href: href, area: area, plain: called, whole: called + around,
      sound: sound(called), nearby: sound(called + near), key: sound(called + around), around: sound(around)
    };
  }

  // The worst rank of what was typed right, as far as it was typed.
  var RIGHT = 5;

  function rank(p, text, key) {
    if (p.plain == text) return 0;
    if (begins(p.whole, text)) return 1;
    if (p.sound == key || p.nearby == key) return 2;
    if (begins(p.key, key)) return 3;
    // "sidomulyo jember" leaves the district out.
    if (key[p.sound.length + 2] && begins(key, p.sound) && p.around.indexOf(key.slice(p.sound.length)) >= 0) return 4;
    if (text[2] && p.plain.indexOf(text) >= 0) return RIGHT;
    if (!key[3]) return 9;
    return oneSlip(key, p.sound, true) || oneSlip(key, p.nearby, true) ? 6 : oneSlip(key, p.key) ? 7 : 9;
  }

  // best sorts out what fits, areas last unless they are asked for. Slips are of
  // use only where nothing is right.
  function best(places, question) {
    var least = 8, text = plain(question), key = sound(text);
    var last = /\b(kec|kab|distr|reg)/i.test(question) ? -1 : 1;
    places.forEach(function (p) {
      p.rank = rank(p, text, key);
      least = Math.min(least, p.rank);
    });
    return places.filter(function (p) {
      return p.rank <= (least > RIGHT ? 7 : RIGHT);
    }).sort(function (a, b) {
      return a.rank - b.rank || last * (a.area - b.area) || (a.whole < b.whole ? -1 : a.whole > b.whole ? 1 : 0);
    });
  }

  // shardOf gives the shard in which a key stands or would stand.
  function shardOf(key) {
    for (var i = firsts.length - 1; i > 0 && firsts[i] > key;) i--;
    return i;
  }

  // slips calls look with what a key may have been before one letter of its
  // beginning went wrong, and with whether only vowels differ; further on, a slip
  // leads to no other shard.
  function slips(key, look) {
    function vowel(letter) {
      return letter == 'a' || letter == 'i';
    }
    for (var i = 0; i < 6; i++) {
      var start = key.slice(0, i), here = key.charAt(i), rest = key.slice(i + 1);
      look(start + rest, vowel(here));
      look(start + rest.charAt(0) + here + rest.slice(1), true);
      'abcdgijklmnprstw'.split('').forEach(function (letter) {
        look(start + letter + rest, vowel(letter) && vowel(here));
        look(start + letter + here + rest, vowel(letter));
      });
    }
  }

  // alike counts the letters that two texts begin with together.
  function alike(a, b) {
    for (var i = 0; a[i] && a[i] == b[i];) i++;
    return i;
  }

  // further gives shards in which a key may stand that was not typed: without
  // the last words, or with a slip. Of slips those come first that lead among
  // many names: there a shard begins with much of the key.
  function further(question, key, known) {
    var words = question.split(' '), likely = [];
    for (var n = words.length - 1; n > 0; n--) likely[shardOf(sound(plain(words.slice(0, n).join(' '))))] = 99;
    slips(key, function (other, often) {
      var i = shardOf(other);
      likely[i] = Math.max(likely[i] || 0, (often ? 1 : 0) + Math.max(alike(firsts[i], other), alike(firsts[i + 1] || '', other)));
    });
    return Object.keys(likely).map(Number).filter(function (i) {
      return known.indexOf(i) < 0;
    }).sort(function (a, b) {
      return likely[b] - likely[a] || a - b;
    }).slice(0, 8);
  }

  // fetch calls done when all of some shards are there.
  function fetch(wanted, load, done) {
    var next = wanted.filter(function (i) {
      return !shards[i];
    })[0];
    if (next == null) return done();
    load('cari-' + ('00' + next).slice(-3) + '.js', function () {
      fetch(wanted, load, done);
    });
  }

  function gather(numbers) {
    return numbers.reduce(function (all, i) {
      return all.concat(shards[i]);
    }, []);
  }

  function answer(question, show, load) {
    var text = plain(question), key = sound(text), wanted, more;

    function tell(hits) {
      show(hits.slice(0, MOST).map(function (p) {
        return [p.href, p.name, p.where];
      }), more || hits.length > MOST);
    }

    if (!text) return show([]);
    if (!firsts[0]) return tell(best(onPage(), question));
    if (!key[2]) return show([], true);
    var first = shardOf(key), last = shardOf(key + '~');
    wanted = last > first ? [first, first + 1] : [first];
    more = last > first + 1;
    fetch(wanted, load, function () {
      var hits = best(gather(wanted), question);
      if (hits[0] && hits[0].rank <= RIGHT) tell(hits);
      else ask(further(question, key, wanted));
    });

    // ask looks into more shards, two at a time, until something fits.
    function ask(rest) {
      var hits = best(gather(wanted), question);
      if (hits[0] || !rest[0]) return tell(hits);
      wanted = wanted.concat(rest.slice(0, 2));
      fetch(wanted, load, function () {
        ask(rest.slice(2));
      });
    }
  }

  // onPage reads the directory of a small site.
  function onPage() {
    shards[0] = shards[0] || [].map.call(document.querySelectorAll('.kecamatan h2[id], .kecamatan a'), function (element) {
      var parts = element.textContent.split(', ');
      return place(parts[0], parts.slice(1).join(', '), element.id ? '#' + element.id : element.getAttribute('href'), element.id ? 1 : 0);
    });
    return shards[0];
  }

  answer.table = function (table) {
    firsts = table;
  };

  // add takes a shard: lines of name|district|regency|page.
  answer.add = function (number, lines) {
    var form = document.querySelector('form[data-indeks]'), district = form.getAttribute('data-kecamatan') + ' ';
    var folder = form.getAttribute('data-indeks').replace(/[^\/]*$/, '');
    shards[number] = lines.split('\n').map(function (line) {
      line = line.split('|');
      var area = line[3][0] == '=', where = line[1] ? [district + line[1]] : [];
      if (line[2]) where.push(line[2]);
      var name = area && line[3].split('.')[2] ? district + line[0] : line[0];
      return place(name, where.join(', '), (area ? line[3].slice(1) : folder + line[3]) + '.html', area ? 1 : 0);
    });
  };

  answer.plain = plain;
  answer.sound = sound;
  return answer;
})();
