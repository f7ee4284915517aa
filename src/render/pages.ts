import type { Block, Card, Entry } from './card.ts';
import { LIMITS } from './limits.ts';
import { DETAILS, type Detail, drawBlocks } from './markdown.ts';

/** One message's worth of a card, drawn. */
export interface Page {
  readonly head: string;
  readonly entries: readonly { readonly text: string; readonly entry: Entry }[];
  readonly foot: string;
  readonly index: number;
  readonly count: number;
}

/** The container, head, foot and their rule, the menu and the row that turns pages, each with what stands in it. */
const FRAME = 1 + 1 + 2 + 2 + (1 + LIMITS.buttonsInRow);
/** Below this detail a page takes fewer entries instead. */
const READABLE = 3;

type Drawn = Omit<Page, 'index' | 'count'>;

/** Cuts a card into pages that Discord accepts: as many entries as are still readable, with as much detail as fits. */
export function paginate(card: Card): readonly Page[] {
  const pages: Drawn[] = [];
  let rest = card.entries;
  do {
    const page = fill(card, rest);
    pages.push(page);
    rest = rest.slice(Math.max(page.entries.length, 1));
  } while (rest.length > 0);
  return pages.map((page, index) => ({ ...page, index, count: pages.length }));
}

function fill(card: Card, rest: readonly Entry[]): Drawn {
  for (let many = Math.min(card.perPage, rest.length); many > 1; many -= 1) {
    const entries = rest.slice(0, many);
    if (FRAME + entries.reduce((sum, entry) => sum + componentsOf(entry), 0) > LIMITS.components) continue;
    const fitting = DETAILS.slice(0, READABLE)
      .map((detail) => draw(card, entries, detail))
      .find(fits);
    if (fitting) return fitting;
  }
  return drawAlone(card, rest.slice(0, 1));
}

/** One entry is shown with as much of it as fits: bare at the worst, and then without its last blocks. */
function drawAlone(card: Card, entries: readonly Entry[]): Drawn {
  const drawn = DETAILS.map((detail) => draw(card, entries, detail)).find(fits);
  if (drawn) return drawn;
  const [entry] = entries;
  if (entry && entry.blocks.length > 1) return drawAlone(card, [{ ...entry, blocks: entry.blocks.slice(0, -1) }]);
  if (card.foot.length > 0) return drawAlone({ ...card, foot: [] }, entries);
  if (card.head.length > 1) return drawAlone({ ...card, head: card.head.slice(0, -1) }, entries);
  throw new RangeError('A block of a card is longer than a message.');
}

function draw(card: Card, entries: readonly Entry[], detail: Detail): Drawn {
  const text = (blocks: readonly Block[]) => drawBlocks(blocks, detail);
  return {
    head: text(card.head),
    entries: entries.map((entry) => ({ text: text(entry.blocks), entry })),
    foot: text(card.foot),
  };
}

/** A scheduled post may mention a role above the card. */
const ROLE_MENTION = 40;

const fits = ({ head, entries, foot }: Drawn): boolean =>
  head.length + foot.length + entries.reduce((sum, { text }) => sum + text.length, 0) <= LIMITS.text - ROLE_MENTION;

/** Its text and the rule above it, and a row with its buttons. */
const componentsOf = ({ buttons = [] }: Entry): number => 2 + (buttons.length > 0 ? 1 + buttons.length : 0);
