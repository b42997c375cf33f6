// What runs in a page that is checked.

/** axe's findings as {kind, text, element}; text under 7:1 is "contrast", to be read by a person. */
export async function runAxe(tags) {
  const { violations, incomplete } = await axe.run(document, {
    runOnly: { type: 'tag', values: tags },
    rules: { 'target-size': { enabled: true }, 'color-contrast-enhanced': { enabled: true } },
    resultTypes: ['violations', 'incomplete'],
    preload: false,
    iframes: false, // a page in a frame is checked by itself
  });
  const describe = (kind, { id, help, nodes }) => nodes.map(node => {
    const contrast = node.any[0]?.data?.contrastRatio;
    return {
      kind: id === 'color-contrast-enhanced' ? 'contrast under 7:1' : kind,
      text: `${id}, ${contrast ? `${contrast}:1` : help}`,
      element: node.target.join(' '),
    };
  });
  return [
    ...violations.flatMap(rule => describe('violation', rule)),
    ...incomplete.filter(rule => rule.id !== 'color-contrast-enhanced').flatMap(rule => describe('incomplete', rule)),
  ];
}

/** Elements that reach beyond the screen; one that scrolls by itself may. */
export function overflow(width) {
  if (document.documentElement.scrollWidth <= width) return [];
  const beyond = [...document.body.querySelectorAll('*')].filter(element => {
    if (element.getBoundingClientRect().right <= width + 0.5 || !element.checkVisibility()) return false;
    for (let up = element.parentElement; up; up = up.parentElement) {
      if (['auto', 'scroll', 'hidden'].includes(getComputedStyle(up).overflowX)) return false;
    }
    return true;
  });
  const innermost = beyond.filter(element => !beyond.some(other => other !== element && element.contains(other)));
  if (!innermost.length) return [{ what: `the page is ${document.documentElement.scrollWidth} px wide` }];
  return innermost.map(element => ({
    what: [element.parentElement.closest('[class], footer, header, main, body'), element]
      .map(e => [e.tagName.toLowerCase(), ...e.classList].join('.')).join(' '),
    element: JSON.stringify(element.textContent.trim().slice(0, 40)),
  }));
}

export function doubleText() {
  const root = document.documentElement;
  root.style.fontSize = `${2 * parseFloat(getComputedStyle(root).fontSize)}px`;
}

/** Links, buttons and fields lower than the minimum, but for links within a sentence. */
export function smallTargets(minimum) {
  const blockOf = node => {
    let up = node.parentElement;
    while (getComputedStyle(up).display === 'inline') up = up.parentElement;
    return up;
  };
  const inSentence = link => {
    if (getComputedStyle(link).display !== 'inline') return false;
    const block = blockOf(link);
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    for (let text; (text = walker.nextNode());) {
      if (/[\p{L}\p{N}]/u.test(text.data) && !link.contains(text) && blockOf(text) === block) return true;
    }
    return false;
  };
  const found = [];
  for (const element of document.querySelectorAll('a[href], button, input, select, textarea, summary')) {
    const target = element.matches('input[type=checkbox], input[type=radio]') ? element.closest('label') ?? element : element;
    let box = target.getBoundingClientRect();
    if (box.right <= 0) { // a skip link, until it has the focus
      element.focus();
      box = target.getBoundingClientRect();
      element.blur();
    }
    if (!box.height || box.height >= minimum || inSentence(target)) continue;
    const within = target.parentElement.closest('[class], footer, header, main, body');
    found.push({
      what: [within, target].map(e => [e.tagName.toLowerCase(), ...e.classList].join('.')).join(' '),
      element: `${Math.round(box.height)} px ${JSON.stringify(target.textContent.trim().slice(0, 40))}`,
    });
  }
  return found;
}
