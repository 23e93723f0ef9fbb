/**
 * What runs in the page while somebody walks through it with Tab. The functions are sent as text, together, so they may
 * call each other and nothing else.
 */
interface Walk {
  readonly wanted: readonly HTMLElement[];
  readonly unfocused: ReadonlyMap<Element, string>;
  readonly path: Element[];
  readonly faults: Set<string>;
  presses: number;
  isBack: boolean;
  readonly listening: AbortController;
}
declare global {
  var keyboardWalk: Walk | undefined;
}

function nameInWalk(element: Element): string {
  const text = element.getAttribute("aria-label") ?? (element.textContent?.trim() || element.getAttribute("name") || element.id);
  return `${element.tagName.toLowerCase()} "${text.replaceAll(/\s+/gu, " ").slice(0, 50)}"`;
}

function labelsOf(element: Element): Element[] {
  return element instanceof HTMLInputElement ? [...(element.labels ?? [])] : [];
}

function canBeUsed(element: HTMLElement): boolean {
  const isWidget =
    element.tabIndex >= 0 || element.matches("a[href], button, input, select, textarea, [role=tab], [role=menuitem], [role=option]");
  return (
    isWidget &&
    element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true }) &&
    element.closest("[inert], [aria-hidden=true]") === null &&
    element.parentElement?.closest("[contenteditable=true]") == null &&
    !element.matches(":disabled, [contenteditable=false], details > summary:not(:first-of-type)")
  );
}

/** Where the mark of the focus may be drawn: on the element, its frame, its label, or what stands for a hidden box. */
function drawnOn(element: Element): Element[] {
  const parent = element.parentElement;
  const around = [element, parent, parent?.parentElement, element.closest(".control"), element.nextElementSibling, ...labelsOf(element)];
  const shapes = element instanceof SVGElement ? [...element.children] : [];
  return [...around, ...shapes].filter((one): one is Element => one instanceof Element && one !== document.body);
}

function lookOf(element: Element): string {
  const marks = [undefined, "::before", "::after"].map((pseudo) => {
    const { outlineStyle, outlineWidth, outlineColor, boxShadow, stroke, strokeWidth } = getComputedStyle(element, pseudo);
    const outline = outlineStyle === "none" || outlineWidth === "0px" ? "" : `${outlineStyle} ${outlineWidth} ${outlineColor}`;
    return `${outline}${boxShadow === "none" ? "" : boxShadow}${element instanceof SVGElement ? `${stroke} ${strokeWidth}` : ""}`;
  });
  return marks.join("");
}

/** Of what can be seen of the element, the middle and two corners: one of them must not lie under something else. */
function isCovered(element: Element): boolean {
  const { left, right, top, bottom } = element.getBoundingClientRect();
  if (right - left < 5 || bottom - top < 5) return false;
  const [x1, x2] = [Math.max(left, 0) + 2, Math.min(right, innerWidth) - 2];
  const [y1, y2] = [Math.max(top, 0) + 2, Math.min(bottom, innerHeight) - 2];
  const points: readonly (readonly [number, number])[] = [
    [(x1 + x2) / 2, (y1 + y2) / 2],
    [x1, y1],
    [x2, y2],
  ];
  const family = [element, ...labelsOf(element)];
  return points.every(([x, y]) => {
    const hit = document.elementFromPoint(x, y);
    return hit === null || !family.some((one) => one.contains(hit) || hit.contains(one));
  });
}

function lookAtFocus(walk: Walk): void {
  if (walk.isBack) return;
  const [element, first, before] = [document.activeElement, walk.path[0], walk.path.at(-1)];
  if (element === null || element === document.body || (walk.path.length > 1 && element === first)) {
    walk.isBack = before !== undefined;
    return;
  }
  walk.path.push(element);
  const name = nameInWalk(element);
  // A date has a stop for its day, its month, its year and its calendar.
  const stops = element instanceof HTMLInputElement && /date|time|month|week/u.test(element.type) ? 8 : 1;
  if (walk.path.slice(-stops - 1).filter((one) => one === element).length > stops) walk.faults.add(`${name} keeps the focus`);
  const goesBack = before !== undefined && (element.compareDocumentPosition(before) & Node.DOCUMENT_POSITION_FOLLOWING) > 0;
  const overlays = "[role=dialog], [role=alertdialog], [role=menu], [role=listbox], [popover]";
  if (goesBack && element.closest(overlays) === null && before.closest(overlays) === null)
    walk.faults.add(`the focus jumps back from ${nameInWalk(before)} to ${name}`);
  if (drawnOn(element).every((one) => lookOf(one) === "" || lookOf(one) === walk.unfocused.get(one)))
    walk.faults.add(`${name} does not show that it has the focus`);
  if (isCovered(element)) walk.faults.add(`${name} is out of sight, or under something else, while it has the focus`);
}

function neverReached({ wanted, path }: Walk): HTMLElement[] {
  const composites = "[role=group], [role=radiogroup], [role=toolbar], [role=tablist], [role=menu], [role=grid], [role=listbox]";
  const isRadio = (one: Element) => one instanceof HTMLInputElement && one.type === "radio";
  const radios = new Set(path.filter(isRadio).map((one) => one.getAttribute("name")));
  return wanted.filter((one) => {
    if (!one.isConnected || !canBeUsed(one) || path.includes(one)) return false;
    if (isRadio(one) && radios.has(one.getAttribute("name"))) return false;
    // One stop for a composite widget, whose arrow keys do the rest, and for a field with the button of its list.
    const field = one.previousElementSibling;
    if (one.tabIndex < 0 && one.matches("[aria-haspopup=listbox]") && field !== null && path.includes(field)) return false;
    return one.tabIndex >= 0 || !path.some((other) => one.closest(composites)?.contains(other) === true);
  });
}

function beginWalk(): void {
  const candidates =
    "a[href], area[href], button, input:not([type=hidden]), select, textarea, summary, iframe, [contenteditable], [tabindex]";
  // The next Tab starts from the top, wherever the page has put the focus.
  const top = Object.assign(document.createElement("span"), { tabIndex: -1 });
  document.body.prepend(top);
  top.focus();
  top.remove();
  scrollTo(0, 0);
  const wanted = [...document.querySelectorAll<HTMLElement>(candidates)].filter(canBeUsed);
  const unfocused = new Map(wanted.flatMap(drawnOn).map((one) => [one, lookOf(one)]));
  const walk: Walk = { wanted, unfocused, path: [], faults: new Set(), presses: 0, isBack: false, listening: new AbortController() };
  globalThis.keyboardWalk?.listening.abort();
  globalThis.keyboardWalk = walk;
  addEventListener("keydown", lookBeforeTab, { capture: true, signal: walk.listening.signal });
}

/** The focus that a press gave is looked at when the next one comes: by then the page has drawn it. */
function lookBeforeTab({ key }: KeyboardEvent): void {
  const walk = globalThis.keyboardWalk;
  if (walk === undefined || key !== "Tab") return;
  if (walk.presses > 0) lookAtFocus(walk);
  walk.presses += 1;
}

function endWalk(): string[] {
  const walk = globalThis.keyboardWalk;
  if (walk === undefined) return ["the page was left on the way"];
  return [...walk.faults, ...neverReached(walk).map((one) => `${nameInWalk(one)} is never reached`)];
}

const parts = [nameInWalk, labelsOf, canBeUsed, drawnOn, lookOf, isCovered, lookAtFocus, neverReached, beginWalk, lookBeforeTab, endWalk];
const call = (name: string) => `(() => { ${parts.join("\n")}\nreturn ${name}(); })()`;

export const beginWalkScript = call(beginWalk.name);
export const endWalkScript = call(endWalk.name);
