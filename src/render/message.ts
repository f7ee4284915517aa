import {
  type APIButtonComponent,
  type APIComponentInContainer,
  type APIContainerComponent,
  type APIStringSelectComponent,
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
} from 'discord-api-types/payloads/v10';
import type { Ask } from '../model/view.ts';
import type { Button, Card, Choice } from './card.ts';
import { seen } from './escape.ts';
import { clip, LIMITS } from './limits.ts';
import { type Page, paginate } from './pages.ts';

/** Lede's colour: printer's red. */
const ACCENT = 0xc8_3c_32;

/** A page as Discord takes it, and what its buttons and menu entries ask for, by their number. */
export interface Message {
  readonly components: readonly [APIContainerComponent];
  readonly asks: readonly Ask[];
}

/**
 * Draws the page of a card that is asked for, in Components V2, with Next and Previous where there are such pages. A
 * control's custom id is the view's id and the number of its ask; a menu entry carries the number as its value.
 */
export function drawMessage(card: Card, ask: Ask, view: string): Message {
  const pages = paginate(card);
  const page = pages[Math.min(ask.page, pages.length - 1)]!;
  const turn = (label: string, to: number): Button => ({ label, ask: { ...ask, page: to } });
  return drawPage(card, page, ask, view, [
    ...(page.index > 0 ? [turn('Previous', page.index - 1)] : []),
    ...(page.index < page.count - 1 ? [turn('Next', page.index + 1)] : []),
  ]);
}

/** Draws every page of a card as a message of its own, with a view of its own. */
export const drawMessages = (card: Card, ask: Ask, viewOf: (page: number) => string): Message[] =>
  paginate(card).map((page) => drawPage(card, page, { ...ask, page: page.index }, viewOf(page.index), []));

function drawPage(card: Card, page: Page, ask: Ask, view: string, turns: readonly Button[]): Message {
  const asks: Ask[] = [];
  const number = (wanted: Ask) => {
    // What is asked further of an edition, or of a story in it, is asked of that edition.
    const edition = card.edition ?? (wanted.command === ask.command ? ask.edition : undefined);
    asks.push(edition ? { edition, ...wanted } : wanted);
    return asks.length - 1;
  };
  const button = ({ label, ask: wanted }: Button): APIButtonComponent => ({
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: clip(seen(label), LIMITS.buttonLabel),
    custom_id: `${view}:${number(wanted)}`,
  });

  // The menu's entries are numbered first, so that theirs are the same however many buttons stand above.
  const choices = page.entries.flatMap(({ entry }) => entry.choices ?? []);
  const select = choices.length > 0 ? [menu(card.menu ?? 'Open', choices, view, number)] : [];
  const parts: APIComponentInContainer[] = text(page.head);
  for (const { text: drawn, entry } of page.entries) {
    if (parts.length > 0) parts.push(rule);
    parts.push(...text(drawn), ...row((entry.buttons ?? []).map(button)));
  }
  if (page.foot !== '') parts.push(rule, ...text(page.foot));

  parts.push(...row(select));
  parts.push(...row([...(card.buttons ?? []), ...turns].map(button)));
  return { components: [{ type: ComponentType.Container, accent_color: ACCENT, components: parts }], asks };
}

const rule = { type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small } as const;

const text = (content: string): APIComponentInContainer[] =>
  content === '' ? [] : [{ type: ComponentType.TextDisplay, content }];

const row = (components: readonly (APIButtonComponent | APIStringSelectComponent)[]): APIComponentInContainer[] =>
  components.length === 0
    ? []
    : [{ type: ComponentType.ActionRow, components: components.slice(0, LIMITS.buttonsInRow) as APIButtonComponent[] }];

function menu(
  placeholder: string,
  choices: readonly Choice[],
  view: string,
  number: (ask: Ask) => number,
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: `${view}:menu`,
    placeholder: clip(placeholder, LIMITS.placeholder),
    options: choices.slice(0, LIMITS.options).map(({ label, description, ask }) => ({
      label: clip(seen(label), LIMITS.optionLabel),
      value: String(number(ask)),
      ...(description && { description: clip(seen(description), LIMITS.optionLabel) }),
    })),
  };
}
