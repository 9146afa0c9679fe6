import { visible } from '../../../lib/escape.ts';

type Child = Node | string | undefined;

/**
 * Makes an element. Texts become text nodes, with what could not be seen written as an escape: nothing of a file or of
 * AWS is ever read as HTML.
 */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string | undefined>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) if (value !== undefined) element.setAttribute(name, value);
  add(element, children);
  return element;
}

/** As {@link el}, for SVG. */
export function svg(
  tag: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  add(element, children);
  return element;
}

/** A button that does something. */
export function button(
  attributes: Readonly<Record<string, string | undefined>>,
  onClick: () => void,
  ...children: readonly Child[]
): HTMLButtonElement {
  const element = el('button', { type: 'button', ...attributes }, ...children);
  element.addEventListener('click', onClick);
  return element;
}

/** A link to another page; only text when the address is none of the web. */
export function link(address: string | undefined, text: string): HTMLElement {
  if (address === undefined || !/^https?:\/\//.test(address)) return el('span', {}, text);
  return el('a', { href: address, rel: 'noopener noreferrer', target: '_blank' }, text);
}

function add(element: Element, children: readonly Child[]): void {
  for (const child of children) {
    if (child !== undefined) element.append(typeof child === 'string' ? visible(child) : child);
  }
}

/** A section with a heading, in the body of the page. */
export function section(id: string, title: string, ...children: readonly Child[]): HTMLElement {
  return el('section', { id, 'aria-labelledby': `${id}-title` }, el('h2', { id: `${id}-title` }, title), ...children);
}
