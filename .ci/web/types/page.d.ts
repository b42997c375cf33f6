// What the scripts of a page share, and what browsers know of forms.

/** Fields of a form, by their names. */
interface HTMLFormControlsCollection { [name: string]: any }

/** A hit: address, words, kind or place, summary. */
type Hit = string[];

/** What answers a question: it calls show once, and load for a script that it needs. */
interface Search {
  (question: string, show: (hits: Hit[], more?: boolean) => void, load?: (name: string, then: () => void) => void): void;
  [part: string]: any;
}

declare var suluhSearch: Search;

interface Window {
  suluhSearch: Search;
  suluhCari: any;
  suluhDesa: any;
  suluhNomor: (question: string) => Hit[];
  suluhNomorData: string[][];
}
