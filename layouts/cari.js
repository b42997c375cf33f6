// Search: suluhSearch(question, show) finds pages without a server, also from a
// disk. It stands before the index in one file, cari-indeks.js, which comes with
// the first question, so that the two always fit; what is typed stays in the
// page. static/js/cari.js asks and shows.
//
// engine() is the twin of internal/search/reader_test.go, whose package describes
// the index and the ranking; a test holds the two equal.
/** @type {Search} */
var suluhSearch = (function () {
  'use strict';

  // table reads "a:b c:d e" as {a: "b", c: "d", e: "e"}.
  function table(pairs) {
    var of = Object.create(null);
    pairs.split(' ').forEach(function (pair) {
      pair = pair.split(':');
      of[pair[0]] = pair[1] || pair[0];
    });
    return of;
  }

  // stemmer gives a function that splits text into words of small letters a
  // to z and digits, and leads them back to their roots.
  function stemmer(rules) {
    var roots = table(rules.roots), marks = table(rules.marks), known = table('');

    function cut(word, pattern, put) {
      var left = word.replace(new RegExp(pattern), put);
      return roots[word] || !roots[left] && !/[aiueo].*[aiueo]/.test(left) ? word : left;
    }

    function stem(word) {
      word = word.replace(/^([a-z]{3,})2$/, '$1'); // undang2
      if (word.length < 4 || /\d/.test(word)) return word;
      rules.endings.forEach(function (rule) {
        word = cut(word, rule[0], rule[1]);
      });
      var suffix = rules.suffixes.filter(function (rule) {
        return word.match(rule[0]);
      })[0][1];
      for (var i = 0; i < 3; i++) rules.prefixes.some(function (rule) {
        return roots[word.replace(new RegExp(suffix), '')] || word != (word = cut(word, rule[0], rule[1]));
      });
      word = cut(word, suffix, '');
      return roots[word] || word;
    }

    return function (text) {
      var found = [], alone = '';
      text.toLowerCase().replace(/[\u0300-\u036f]/g, '').replace(/[^a-z0-9]/g, function (c) {
        return marks[c] || ' ';
      }).split(' ').forEach(function (word) {
        if (!word) return;
        word = alone + word;
        alone = /^[a-z]$/.test(word) ? word : '';
        if (!alone && !/^(\d\d?|\d{4,})$/.test(word)) found.push(known[word] = known[word] || stem(word));
      });
      return found;
    };
  }

  // oneSlip tells whether two words differ by one letter, or by two exchanged.
  function oneSlip(a, b) {
    for (var i = 0; a[i] && a[i] == b[i];) i++;
    var restA = a.slice(i + 1), restB = b.slice(i + 1);
    return restA == restB || restA == b.slice(i) || a.slice(i) == restB ||
      a[i] + a[i + 1] == b[i + 1] + b[i] && a.slice(i + 2) == b.slice(i + 2);
  }

  // engine gives the search of an index: a function from a query to the
  // numbers of documents, the best first.
  function engine(index) {
    var stems = stemmer(index.rules), stop = table(index.stop), typos = table(index.typos);
    var ranks, n = index.paths.length, groups = table(''), weight = table(''), asked = table('');

    // inOrder gives one name to the words of a phrase, in whatever order they are typed.
    function inOrder(roots) {
      return roots.sort().join(' ');
    }

    function tells(root) {
      return !stop[root];
    }

    function raise(root, doc, by) {
      var of = weight[root] = weight[root] || [];
      of[doc] = (of[doc] || 0) + by;
    }

    // add weighs the roots of a title or summary, each once.
    function add(text, doc, by) {
      var roots = stems(text).filter(tells);
      roots.forEach(function (root, i) {
        if (roots.indexOf(root) == i) raise(root, doc, by);
      });
      return roots.join(' ') + ' ';
    }

    // near gives the known roots that suit, with their synonyms.
    function near(suits) {
      return Object.keys(weight).filter(suits).reduce(function (found, root) {
        return found.concat(groups[root] || root);
      }, []);
    }

    // alternatives gives what a phrase may stand for, and how sure that is: a guess is half.
    function alternatives(phrase) {
      if (groups[phrase] || weight[phrase]) return [groups[phrase] || [phrase], 1];
      var longer = near(function (root) {
        return phrase[2] && !root.indexOf(phrase);
      });
      return [longer[0] ? longer : near(function (root) {
        return phrase[3] && oneSlip(root, phrase);
      }), 0.5];
    }

    // terms gives what a query asks for, each with its alternatives. Phrases
    // come before stop words, for "tidak resmi" is not "resmi".
    function terms(roots) {
      var found = [];
      for (var i = 0, size, phrase; i < roots.length; i += size) {
        for (size = 3; phrase = inOrder(roots.slice(i, i + size)), size > 1 && !groups[phrase];) size--;
        if (tells(phrase)) found.push(alternatives(phrase).concat([roots.slice(i, i + size).filter(tells)]));
      }
      return found;
    }

    // weigh gives a phrase's weight in a document: that of its lightest root.
    function weigh(phrase, doc) {
      var weights = phrase.split(' ').filter(tells).map(function (root) {
        return weight[root] && weight[root][doc] || 0;
      });
      return weights[0] ? Math.min.apply(0, weights) : 0;
    }

    // askedOf gives the level of a term in a document: the sum of its roots, or else, of a
    // root that no question has, the highest of what it may stand for.
    function askedOf(term, doc) {
      var own = term[2].filter(function (root) { return asked[root]; });
      return (own[0] ? own : term[0]).reduce(function (level, phrase) {
        var by = asked[phrase] && asked[phrase][doc] || 0;
        return own[0] ? level + by : Math.max(level, by);
      }, 0);
    }

    function search(query) {
      var roots = [], all = 0, rank = [], covered = [];
      stems(query).forEach(function (root) {
        roots = roots.concat((typos[root] || root).split('+'));
      });
      var wanted = terms(roots);
      wanted.forEach(function (term) {
        var holding = [];
        titles.forEach(function (_, doc) {
          var by = Math.max.apply(0, term[0].map(function (phrase) {
            return weigh(phrase, doc);
          }));
          if (by > 0) holding.push([doc, by]);
        });
        var rare = term[1] / (holding.length + 16);
        if (holding[0]) all += rare;
        holding.forEach(function (pair) {
          var doc = pair[0];
          rank[doc] = (rank[doc] || 0) + rare * pair[1];
          covered[doc] = (covered[doc] || 0) + rare;
        });
      });
      var start = roots.filter(tells).join(' ') + ' ';
      rank = rank.map(function (by, doc) {
        return by * covered[doc] / all * (4 * n - doc) * (titles[doc].indexOf(start) ? 1 : 1.5);
      });
      wanted.forEach(function (term) {
        titles.forEach(function (_, doc) {
          var level = askedOf(term, doc);
          if (level) rank[doc] = (rank[doc] || 0) + 50 * term[1] * level;
        });
      });
      // A phrase of words that tell is found across those that do not: "gaji gak dibayar".
      var question = ' ' + roots.join(' ') + ' , ' + start, alone = !roots.some(tells);
      index.cries.forEach(function (cry) {
        cry = cry.split(':');
        if (cry[0].split('|').some(function (phrase) {
          return (alone || phrase.split(' ').some(tells)) && question.indexOf(' ' + phrase + ' ') >= 0;
        })) cry[1].split(',').forEach(function (doc, i) {
          rank[doc] = 1e9 - i;
        });
      });
      ranks = rank;
      return Object.keys(rank).sort(function (/** @type {any} */ a, /** @type {any} */ b) {
        return rank[b] - rank[a] || a - b;
      });
    }

    var posts = index.posts.split(' '), root = '';
    (index.stems.match(/[A-Z][^A-Z]*/g) || []).forEach(function (entry, i) {
      root = root.slice(0, entry.charCodeAt(0) - 65) + entry.slice(1);
      // Before a ! what questions say, behind it what texts do.
      posts[i].split('!').forEach(function (part, texts) {
        var doc = -1, learned = part && !texts;
        if (learned) {
          asked[root] = [];
          raise(root, 0, 0);
        }
        part.split('').forEach(function (c) {
          var post = c.charCodeAt(0) - 35, level = post / 18 | 0;
          if (post > 90) index.paths.forEach(function (_, doc) {
            raise(root, doc, 1);
          });
          else if (post == 90) doc += 18;
          else if (doc += post % 18 + 1, learned) asked[root][doc] = level + 1;
          else raise(root, doc, level ? 4 : 1);
        });
      });
    });
    var titles = index.titles.map(function (title, doc) {
      add(index.summaries[doc], doc, 4);
      return add(title, doc, 12);
    });
    index.same.forEach(function (group) {
      group = group.split('|');
      group.forEach(function (phrase) {
        groups[inOrder(phrase.split(' '))] = group;
        if (phrase.indexOf(' ') < 0) weight[phrase] = weight[phrase] || [];
      });
    });
    search.stems = stems;
    search.tells = tells;
    // isTerm tells whether a root is one that the glossary has in its words alone.
    search.isTerm = function (root) { return weight[root] && weight[root][index.glossary] == 1; };
    search.rankOf = function (doc) { return ranks[doc]; }; // of the last question
    // strange tells whether a question has a word that no page has, or a village whose name
    // is made of words that pages have.
    search.strange = function (question) {
      var roots = stems(question), line = ' ' + roots.join(' ') + ' ';
      return roots.some(function (root) { return tells(root) && !weight[root]; }) ||
        index.places.some(function (place) { return line.indexOf(' ' + place + ' ') >= 0; });
    };
    return search;
  }

  // addTerm leads a question for one word of the glossary to that word; the glossary comes
  // last where nothing else led there.
  function addTerm(index, question, hits) {
    var words = question.toLowerCase().replace(/[^a-z0-9-]+/g, ' ').split(' ').filter(function (word) {
      return search.stems(word).some(search.tells);
    });
    var own = words.filter(function (word) { return search.isTerm(search.stems(word)[0]); }), path = index.paths[index.glossary];
    if (!own[0] || words.length > own.length + 1) return;
    var hit = hits.filter(function (hit) { return hit[0] == path; })[0];
    if (!hit) hits.push(hit = [path, index.titles[index.glossary], index.kinds[0], '']);
    hit[0] += '#' + own.join('-');
    hit[1] += ': ' + own.join(' ');
  }

  var search, villages;

  function answer(question, show, load) {
    var index = window.suluhCari;
    search = search || engine(index);
    // What fits less than a third as well as the best is noise; pages for a cry for help
    // are no measure of the others.
    var docs = search(question), least = docs.reduce(function (best, doc) {
      return search.rankOf(doc) < 1e8 ? Math.max(best, search.rankOf(doc)) : best;
    }, 0) / 3;
    var hits = docs.filter(function (doc) { return search.rankOf(doc) >= least; }).slice(0, 10).map(function (doc) {
      return [index.paths[doc], index.titles[doc], index.kinds[parseInt(index.kind[doc], 36)], index.summaries[doc]];
    });
    addTerm(index, question, hits);
    show(hits);
    function tell() {
      show(window.suluhNomor(question).concat(hits));
    }
    function ask() {
      villages = villages || window.suluhSearch;
      window.suluhSearch = answer;
      villages(question, function (found, more, sure) { if (sure || !hits[0]) show(found.concat(hits)); });
    }
    // What asks the scripts of numbers and of villages, each of which comes with the
    // first question for it.
    function more(there, act, name) {
      if (there) act();
      else load(name, act);
    }
    if (index.numbers && /^[\d +().-]{3,}$/.test(question)) more(window.suluhNomor, tell, index.numbers);
    // A word that no page has may be a village.
    else if (index.villages && search.strange(question)) more(villages, ask, index.villages);
  }

  answer.engine = engine;
  return answer;
})();
