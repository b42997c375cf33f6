// One small style for all pages, and one for paper. Old browsers need some things twice,
// and a rule may stand for several screens.
export default {
  extends: "stylelint-config-recommended",
  rules: {
    "no-descending-specificity": null,
    "declaration-block-no-duplicate-properties": [true, { ignore: ["consecutive-duplicates-with-different-values"] }],
    "declaration-no-important": true,
    "selector-max-id": 1,
    "selector-max-compound-selectors": 4,
    "color-named": "never",
    "function-url-no-scheme-relative": true,
    "max-nesting-depth": 1,
  },
};
