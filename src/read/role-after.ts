import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import { officePhraseAt } from './office-phrase.ts';
import { isPossessive, type Range, type Token } from './tokens.ts';

const COPULA = /^(?:is|was|became|becomes|remains|remained)$/;
/** "was elected mayor", "was named as head of the port" */
const MADE = /^(?:elected|re-?elected|appointed|named|chosen|nominated|made|sworn)$/;
/** "served as mayor", "resigned as head of the port" */
const DOES = /^(?:serves|served|works|worked|acts|acted|resigned|retired)$/;
/** "who has led the port since May" */
const LEADS =
  /^(?:leads?|led|heads|headed|chairs|chaired|runs|ran|rules|ruled|governs|governed|founded|co|edits|edited|directs|directed|commands|commanded|represents|represented|owns|teaches|coached|coaches)$/;
const SINCE = /^(?:then|now|formerly|currently|once|also|himself|herself|later|previously|still)$/;
const GENERATION = /^(?:jr|sr|[ivx]+)$/;
const GOVERNS = /^(?:of|for|to|with|from|at|under|by|in)$/;
const CONDITION = /^(?:if|unless|until|whether|should)$/;
const LONGEST_CONDITION = 8;
const LONGEST_BRACKET = 24;
const LONGEST_LED = 10;

/**
 * The role that stands behind a name: "Mara Sand, 45, head of the port,", "Mara Sand (the mayor)", "Mara Sand is the
 * mayor", "Mara Sand, who was elected mayor", "Mara Sand, who leads the port".
 * @param persons where people's names begin
 */
export function roleAfter(
  layout: Layout,
  end: number,
  limit: number,
  persons: ReadonlySet<number>,
  lexicon: Lexicon,
): Range | undefined {
  const { tokens } = layout;
  let at = end;
  if (GENERATION.test(tokens[at]?.key ?? '') && tokens[at]!.capital) at += 1;
  if (tokens[at]?.text === '(' && at < limit) {
    const inside = phraseAt(layout, at + 1, limit, persons, lexicon);
    if (inside) return inside;
    at = afterBracket(tokens, at, limit);
  }
  const begin = beginOf(tokens, at, limit);
  if (begin === undefined) return undefined;
  const phrase = ledFrom(layout, begin, limit, lexicon) ?? phraseAt(layout, begin, limit, persons, lexicon);
  if (!phrase) return undefined;
  // In "He met Mara Sand, the mayor said" the mayor is somebody else
  if (tokens[at]!.text === ',') return phrase.to < limit && isSaying(tokens[phrase.to]!, lexicon) ? undefined : phrase;
  return isFact(tokens, end, phrase, lexicon) ? phrase : undefined;
}

const isSaying = (token: Token, lexicon: Lexicon) => !token.capital && lexicon.speechVerbs.has(token);

/** "If Mara Sand is elected mayor" says nothing of her, nor does "Mara Sand is a dreamer". */
function isFact(tokens: readonly Token[], end: number, phrase: Range, lexicon: Lexicon): boolean {
  for (let at = end - 1; at >= Math.max(0, end - LONGEST_CONDITION); at -= 1) {
    if (tokens[at]!.text === '.' && !tokens[at - 1]?.capital) break;
    if (
      CONDITION.test(tokens[at]!.key) ||
      (tokens[at]!.key === 'when' && /^(?:is|becomes)$/.test(tokens[phrase.from - 1]?.key ?? ''))
    )
      return false;
  }
  for (let at = phrase.from; at < phrase.to; at += 1) if (lexicon.offices.has(tokens[at])) return true;
  return false;
}

/** "Mara Sand (born 1944), a painter" */
function afterBracket(tokens: readonly Token[], at: number, limit: number): number {
  for (let close = at + 1; close < Math.min(limit, at + LONGEST_BRACKET); close += 1)
    if (tokens[close]!.text === ')') return close + 1;
  return limit;
}

/** Where a role can begin behind a comma, a verb, or "who" and a verb. */
function beginOf(tokens: readonly Token[], at: number, limit: number): number | undefined {
  if (at >= limit) return undefined;
  if (tokens[at]!.text !== ',') return afterVerb(tokens, at);
  const aged = tokens[at + 1]?.kind === 'number' && tokens[at + 2]?.text === ',';
  let begin = aged ? at + 3 : at + 1;
  if (tokens[begin]?.key === 'who') {
    begin += 1;
    while (/^(?:has|had|have|been|also|now|once|currently)$/.test(tokens[begin]?.key ?? '')) begin += 1;
    return afterVerb(tokens, begin) ?? (LEADS.test(tokens[begin]?.key ?? '') ? begin : undefined);
  }
  if (tokens[begin]?.key === 'as') return begin + 1;
  return SINCE.test(tokens[begin]?.key ?? '') ? begin + 1 : begin;
}

/** Behind "is", "was elected", "served as". */
function afterVerb(tokens: readonly Token[], verb: number): number | undefined {
  const key = tokens[verb]?.key ?? '';
  const made = COPULA.test(key) ? verb + 1 : verb;
  if (MADE.test(tokens[made]?.key ?? '') && (made > verb || tokens[verb - 1]?.key === 'been')) {
    const into = tokens[made + 1]?.key === 'in' ? made + 2 : made + 1;
    return tokens[into]?.key === 'as' ? into + 1 : into;
  }
  if (made > verb) return SINCE.test(tokens[made]?.key ?? '') ? made + 1 : made;
  return DOES.test(key) && tokens[verb + 1]?.key === 'as' ? verb + 2 : undefined;
}

/** "led the port since May": the verb with what is led. */
function ledFrom({ tokens }: Layout, from: number, limit: number, lexicon: Lexicon): Range | undefined {
  if (!LEADS.test(tokens[from]?.key ?? '') || tokens[from - 1]?.text === ',') return undefined;
  let to = from + 1;
  if (!lexicon.determiners.has(tokens[to]?.key ?? '') && !tokens[to]?.capital) return undefined;
  while (
    to < limit &&
    to - from < LONGEST_LED &&
    (tokens[to]!.kind !== 'mark' || (tokens[to]!.glued && /^[-’']/u.test(tokens[to]!.text)))
  ) {
    if (lexicon.conjunctions.has(tokens[to]!.key) || lexicon.speechVerbs.has(tokens[to])) break;
    to += 1;
  }
  return to - from > 1 ? { from, to } : undefined;
}

function phraseAt(
  layout: Layout,
  begin: number,
  limit: number,
  persons: ReadonlySet<number>,
  lexicon: Lexicon,
): Range | undefined {
  const { tokens } = layout;
  const phrase = officePhraseAt(layout, begin, limit, lexicon);
  if (!phrase || phrase.to <= phrase.from) return undefined;
  const { from, office } = phrase;
  for (let at = from; at < office; at += 1) {
    // "Jan Berg's wife"; but in "Ada Holm, Foreign Minister Jan Berg" the office belongs to the name after it
    if (persons.has(at) && !tokens.slice(at, office).some(isPossessive)) return undefined;
  }
  if (persons.has(office)) return undefined;
  let and = -1;
  for (let at = office; at < phrase.to; at += 1) {
    const { key } = tokens[at]!;
    if (key === 'and') and = at;
    // "wife of Jan Berg", "aide to President Jan Berg"
    else if (GOVERNS.test(key)) and = -1;
    else if (persons.has(at) && and >= 0) return { from, to: and };
  }
  return { from, to: phrase.to };
}
