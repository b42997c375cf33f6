// What the generator puts before the text of the service worker.

/** Changes with the files. */
/** Stands in each page of the site and in no other. */
declare var MARK: string;
/** What to keep for each wish: files that must be there, and files that may be missing. */
declare var FILES: { [wish: string]: string[][] };
