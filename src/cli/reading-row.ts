import { isReadLanguage, type Reading, type Speaker } from '../model/reading.ts';
import { type Span, slice } from '../model/span.ts';

/**
 * A reading as the command line prints it: a contract, see DESIGN's table of the command line. Offsets are UTF-16.
 * `language` stands only where it is not English, and then nothing but the summary is read.
 */
export function readingRow(id: string, text: string, { language, summary, quotes, entities }: Reading): object {
  const words = (span: Span) => slice(text, span);
  const placed = (span: Span) => ({ start: span.start, end: span.end });
  const role = (local: number | undefined) => {
    const span = local === undefined ? undefined : entities[local]?.roles[0];
    return span && { role: words(span) };
  };
  const speakerRow = ({ mention, names, entities: known }: Speaker) => ({
    name: names.join(' and ') || words(mention),
    mention: words(mention),
    ...placed(mention),
    ...(names.length === 1 && role(known[0])),
    ...(names.length > 1 && { names }),
  });
  return {
    id,
    ...(isReadLanguage(language) ? {} : { language }),
    summary: summary.map(words),
    quotes: quotes.map((quote) => ({
      text: words(quote.words),
      ...placed(quote.words),
      speaker: quote.speaker ? speakerRow(quote.speaker) : null,
    })),
    entities: entities.map(({ name, type, aliases, mentions }, local) => ({
      name,
      type,
      ...role(local),
      aliases,
      mentions: mentions.map((mention) => ({ ...placed(mention), text: words(mention) })),
    })),
  };
}
