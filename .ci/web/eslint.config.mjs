// The scripts of pages run on browsers of 2014: ES5, no modules. The service workers run
// where there are promises and fetch.
import js from "@eslint/js";

const browser = Object.fromEntries(
  ["window", "document", "location", "navigator", "localStorage", "sessionStorage", "history", "setTimeout", "clearTimeout", "addEventListener", "removeEventListener", "prompt", "confirm", "scrollTo", "XMLHttpRequest", "fetch", "caches", "Promise", "URL", "SpeechSynthesisUtterance", "speechSynthesis", "encodeURIComponent", "Blob", "getSelection", "print", "Option"]
    .map((name) => [name, "readonly"]),
);

const rules = {
  ...js.configs.recommended.rules,
  "no-implicit-globals": "error",
  "no-use-before-define": ["error", { functions: false, variables: false }],
  "no-throw-literal": "error",
  "no-unused-vars": ["error", { caughtErrors: "none", varsIgnorePattern: "^suluh(Search|Nomor)$" }],
  "no-var": "off",
  "no-redeclare": ["error", { builtinGlobals: false }],
  "no-useless-escape": "off", // a slash in a class of letters ended an expression once
  "no-eval": "error",
  "no-new-func": "error",
  "no-script-url": "error",
};

export default [
  {
    files: ["static/js/*.js", "layouts/c*.js", "layouts/d*.js", "layouts/[ns][aeo]*.js", "internal/desk/*.js"],
    languageOptions: { ecmaVersion: 5, sourceType: "script", globals: { ...browser, Response: "readonly", DecompressionStream: "readonly", Uint8Array: "readonly", TextDecoder: "readonly", suluhSearch: "writable" } },
    rules: { ...rules, "no-implicit-globals": "off" },
  },
  {
    files: ["layouts/sw*.js"],
    languageOptions: {
      ecmaVersion: 5, sourceType: "script",
      globals: { ...browser, self: "readonly", crypto: "readonly", Uint8Array: "readonly", Request: "readonly", Response: "readonly", MARK: "readonly", FILES: "readonly" },
    },
    rules,
  },
];
