import { beforeApposition } from './appositions.ts';
import { isDate } from './noun-phrases.ts';
import { isPause } from './pauses.ts';
import { beginOf, type Local, type Scene } from './scene.ts';
import { phraseAsSubject } from './subject-phrases.ts';

const RELATIVE = /^(?:who|which|that)$/;
const BEFORE_DATE = /^(?:on|last|early|late|this|that|in|earlier|next)$/;
const TIME = /^(?:day|week|month|year|night|morning|afternoon|evening|weekend|summer|winter|spring|fall)$/;
const QUOTED_AS = /^(?:as|quoted)$/;
const COORDINATES = /^(?:and|or|but|then)$/;

/** Whether a verb shares the subject of its clause: a participle, an infinitive, a second verb. */
export function needsClause(scene: Scene, verb: number, floor: number): boolean {
  const { tokens } = scene.layout;
  const { end, auxiliary } = skipBack(scene, verb, floor);
  if (scene.parts[verb] === 'participle' && !auxiliary) return true;
  const before = end > floor ? tokens[end - 1]!.key : '';
  return before === 'to' || COORDINATES.test(before);
}

/** "when the mayor spoke", "the mayor who spoke", and after "she said" what was said. */
export function isSubordinate(scene: Scene, subject: Local, verb: number, floor: number): boolean {
  const {
    layout: { tokens },
    parts,
  } = scene;
  // "Mara Sand, who left, said" is no relative clause: a mark closed that.
  const closed = isPause(tokens, skipBack(scene, verb, floor).end - 1);
  for (let at = subject.to; !closed && at < Math.min(verb, subject.to + 2); at += 1)
    if (RELATIVE.test(tokens[at]!.key)) return true;
  let before = beginOf(scene, subject) - 1;
  while (before >= floor && (parts[before] === 'determiner' || parts[before] === 'adverb')) before -= 1;
  if (before < floor) return false;
  if (parts[before] === 'conjunction') return !COORDINATES.test(tokens[before]!.key);
  return parts[before] === 'verb' || parts[before] === 'participle';
}

/** The subject right before a verb. */
export function besideVerb(scene: Scene, verb: number, floor: number): Local | undefined {
  const { tokens } = scene.layout;
  let { end } = skipBack(scene, verb, floor);
  if (end > floor && isPause(tokens, end - 1)) {
    const mark = tokens[end - 1]!.text === '-' && tokens[end - 2]?.text === '-' ? end - 2 : end - 1;
    end = beforeApposition(scene, mark, floor) ?? floor;
  }
  // "told by Mara Sand, who said"
  const relative = end > floor && RELATIVE.test(tokens[end - 1]!.key);
  if (relative) end -= tokens[end - 2]?.text === ',' ? 2 : 1;
  if (end <= floor) return undefined;
  // "the order released on Friday said"
  if (scene.parts[end - 1] === 'verb' && end < verb) end -= 1;
  return phraseAsSubject(scene, end, floor, relative);
}

/** Back over "has also", "reportedly", "on Friday", "was quoted as". */
export function skipBack(scene: Scene, verb: number, floor: number): { end: number; auxiliary: boolean } {
  const {
    layout: { tokens },
    parts,
  } = scene;
  let end = verb;
  let auxiliary = false;
  while (end > floor) {
    const { key } = tokens[end - 1]!;
    const time = TIME.test(key) && BEFORE_DATE.test(tokens[end - 2]?.key ?? '');
    const beforeDate = end < verb && BEFORE_DATE.test(key) && (isDate(scene, end) || TIME.test(tokens[end]!.key));
    const helps = parts[end - 1] === 'auxiliary' || QUOTED_AS.test(key);
    if (!helps && !time && !beforeDate && !isDate(scene, end - 1) && parts[end - 1] !== 'adverb') break;
    auxiliary ||= helps;
    end -= 1;
  }
  return { end, auxiliary };
}
