// Find a village of a site with thousands of them: their places stand in
// shards, cari-000.js and so on, sorted by key, and the table after this script
// says where each begins. A question mostly needs one shard. What fits, and how
// well, desa.js knows, which stands before this script.
(function (villages) {
  'use strict';
  var plain = villages.plain, sound = villages.sound, best = villages.best, firsts = [], shards = [];

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

  villages.look = function (question, tell, load) {
    var key = sound(plain(question)), wanted, more;
    if (!key[2]) return tell([], true);
    var first = shardOf(key), last = shardOf(key + '~');
    wanted = last > first ? [first, first + 1] : [first];
    more = last > first + 1;
    fetch(wanted, load, function () {
      var hits = best(gather(wanted), question);
      if (hits[0] && hits[0].rank <= villages.right) tell(hits, more);
      else ask(further(question, key, wanted));
    });

    // ask looks into more shards, two at a time, until something fits.
    function ask(rest) {
      var hits = best(gather(wanted), question);
      if (hits[0] || !rest[0]) return tell(hits, more);
      wanted = wanted.concat(rest.slice(0, 2));
      fetch(wanted, load, function () {
        ask(rest.slice(2));
      });
    }
  };

  villages.table = function (table) {
    firsts = table;
  };

  // add takes a shard: lines of name|district|regency|page.
  villages.add = function (number, lines) {
    var form = document.querySelector('form[data-indeks]'), district = form.getAttribute('data-kecamatan') + ' ';
    var folder = form.getAttribute('data-indeks').replace(/[^\/]*$/, '');
    shards[number] = lines.split('\n').map(function (line) {
      line = line.split('|');
      var area = line[3][0] == '=', where = line[1] ? [district + line[1]] : [];
      if (line[2]) where.push(line[2]);
      var name = area && line[3].split('.')[2] ? district + line[0] : line[0];
      return villages.place(name, where.join(', '), (area ? line[3].slice(1) : folder + line[3]) + '.html', area ? 1 : 0);
    });
  };
})(suluhSearch);
