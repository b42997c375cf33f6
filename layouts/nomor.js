// Whose number is this? suluhNomor(question) answers with the offices whose number
// ends or begins as the question does. window.suluhNomorData, behind this script, is a list of
// [digits, page, name, number as it is shown]; digits have no 0 or 62 in front.
/** @type {any} */
var suluhNomor = (function () {
  'use strict';
  return function (question) {
    var digits = question.replace(/\D/g, '').replace(/^(00)?(62|0)?(?=\d{4})/, '');
    return window.suluhNomorData.filter(function (number) {
      // Who was called sees the whole number, and who remembers one knows its beginning.
      return number[0] == digits || digits[3] && !number[0].indexOf(digits) || digits[5] && digits.slice(-number[0].length) == number[0];
    }).map(function (number) {
      return [number[1], number[2], '', number[3]];
    });
  };
})();
