import { make } from './elements.ts';
import type { Inline, Style } from './inline.ts';
import { type Block, type Item, parseMarkdown } from './markdown.ts';
import type { Names } from './names.ts';
import { timeElement } from './times.ts';

const TAGS = { strong: 'strong', em: 'em', underline: 'u', strike: 's', spoiler: 'span' } as const satisfies Record<
  Style,
  keyof HTMLElementTagNameMap
>;

/** A message's text, drawn. */
export function prose(text: string, names: Names): HTMLElement {
  return make('div', { class: 'prose' }, ...parseMarkdown(text).map((block) => drawBlock(block, names)));
}

function drawBlock(block: Block, names: Names): HTMLElement {
  switch (block.kind) {
    case 'paragraph':
      return make('p', {}, ...drawAll(block.inside, names));
    case 'subtext':
      return make('p', { class: 'subtext' }, ...drawAll(block.inside, names));
    case 'heading':
      // The page's own headings are h1 and h2, so a message's begin below them.
      return make(HEADINGS[block.level - 1] ?? 'h5', {}, ...drawAll(block.inside, names));
    case 'quote':
      return make('blockquote', {}, ...block.blocks.map((inner) => drawBlock(inner, names)));
    case 'code':
      return make('pre', { tabindex: 0 }, make('code', {}, block.text));
    case 'list': {
      const items = block.items.map((item) => drawItem(item, names));
      return block.ordered ? make('ol', { start: block.start }, ...items) : make('ul', {}, ...items);
    }
  }
}

const HEADINGS = ['h3', 'h4', 'h5'] as const;

function drawItem({ inside, under }: Item, names: Names): HTMLElement {
  return make('li', {}, ...drawAll(inside, names), under && drawBlock(under, names));
}

function drawAll(inside: readonly Inline[], names: Names): Node[] {
  return inside.map((inline) => drawInline(inline, names));
}

function drawInline(inline: Inline, names: Names): Node {
  switch (inline.kind) {
    case 'text':
      return document.createTextNode(inline.text);
    case 'code':
      return make('code', {}, inline.text);
    case 'time':
      return timeElement(new Date(inline.seconds * 1000), inline.style);
    case 'mention':
      return make('span', { class: 'mention' }, names[inline.of](inline.id));
    case 'pill':
      return make('span', { class: 'mention' }, inline.text);
    case 'link': {
      const attributes = { href: inline.url, target: '_blank', rel: 'noopener noreferrer', title: inline.url };
      return make('a', attributes, ...drawAll(inline.inside, names));
    }
    case 'spoiler':
      return spoiler(drawAll(inline.inside, names));
    default:
      return make(TAGS[inline.kind], {}, ...drawAll(inline.inside, names));
  }
}

function spoiler(inside: readonly Node[]): HTMLElement {
  const words = make('span', { class: 'spoiler', role: 'button', tabindex: 0, 'aria-label': 'Spoiler' }, ...inside);
  const show = () => {
    words.classList.add('open');
    for (const name of ['role', 'tabindex', 'aria-label']) words.removeAttribute(name);
  };
  words.addEventListener('click', show, { once: true });
  words.addEventListener('keydown', ({ key }) => (key === 'Enter' || key === ' ') && show());
  return words;
}
