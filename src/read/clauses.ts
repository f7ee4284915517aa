import { phraseBefore, withLinks } from './noun-phrases.ts';
import type { Local, Scene } from './scene.ts';
import { isSpeaker, localOf } from './subject-phrases.ts';
import { besideVerb, isSubordinate, needsClause, skipBack } from './subjects.ts';

/** A sentence without end has verbs without end. */
const VERBS_TRIED = 8;
/** "prompted the mayor to say" */
const CAUSES =
  /^(?:ask|asked|asking|caused|causing|forced|forcing|lead|leads|leading|led|prompt|prompts|prompted|prompting|urged|urging|told|moved)$/;
const RECORDS = /^(?:footage|video|clip|audio|tape|recording|image|photo|picture)s?$/;
const LOOKED_BACK = 120;
const INFINITIVE_REACH = 4;

/**
 * Who does what a verb says, not before `floor`. A finite verb has its subject right before it, over adverbs and
 * appositions. A participle ("..., saying"), an infinitive ("to say") and a second verb ("and said") share that of
 * their clause.
 */
export function subjectBefore(scene: Scene, verb: number, floor: number): Local | undefined {
  return needsClause(scene, verb, floor)
    ? (withWhom(scene, verb, floor) ??
        ofInfinitive(scene, verb, floor) ??
        clauseSubject(scene, verb, floor) ??
        besideVerb(scene, verb, floor))
    : besideVerb(scene, verb, floor);
}

/** "with the mayor saying", "footage of the mayor saying", "prompted the mayor to say" */
function withWhom(scene: Scene, verb: number, floor: number): Local | undefined {
  const { tokens } = scene.layout;
  // "with one user, Jan Berg, saying"
  const apposed = tokens[verb - 1]?.text === ',' ? scene.nameAt[verb - 2]! : -1;
  if (apposed >= 0 && scene.styles[apposed]!.from > floor && tokens[scene.styles[apposed]!.from - 1]!.text === ',')
    return { from: scene.names[apposed]!.from, to: verb - 1, kind: 'names', names: [apposed] };
  const infinitive = tokens[verb - 1]?.key === 'to';
  const inner = phraseBefore(scene, infinitive ? verb - 1 : verb, floor);
  const phrase = inner && withLinks(scene, inner, floor);
  if (!inner || !phrase) return undefined;
  const before = tokens[phrase.from - 1]?.key ?? '';
  if (infinitive) return CAUSES.test(before) ? localOf(scene, phrase, inner, floor) : undefined;
  if (before === 'with' && phrase.from > floor) return localOf(scene, phrase, inner, floor);
  const of = inner.from - 1;
  const shown = of - 1 > floor && tokens[of]!.key === 'of' && RECORDS.test(tokens[of - 1]!.key);
  return shown ? localOf(scene, inner, inner, floor) : undefined;
}

/** "she stepped in to say" */
function ofInfinitive(scene: Scene, verb: number, floor: number): Local | undefined {
  const { tokens } = scene.layout;
  const to = skipBack(scene, verb, floor).end - 1;
  if (tokens[to]?.key !== 'to') return undefined;
  for (let at = to - 1; at > Math.max(floor, to - INFINITIVE_REACH); at -= 1) {
    if (scene.parts[at] !== 'verb' && scene.parts[at] !== 'auxiliary') continue;
    return needsClause(scene, at, floor) ? undefined : besideVerb(scene, at, floor);
  }
  return undefined;
}

/** The subject of the nearest verb before a token that stands in no subordinate clause. */
export function clauseSubject(scene: Scene, end: number, floor: number): Local | undefined {
  let tried = 0;
  let second: Local | undefined;
  for (let verb = end - 1; verb >= Math.max(floor, end - LOOKED_BACK) && tried < VERBS_TRIED; verb -= 1) {
    const part = scene.parts[verb];
    if ((part !== 'verb' && part !== 'auxiliary') || scene.quotedAt[verb]! >= 0) continue;
    if (needsClause(scene, verb, floor)) continue;
    tried += 1;
    const subject = besideVerb(scene, verb, floor);
    if (!subject) continue;
    const subordinate = isSubordinate(scene, subject, verb, floor);
    if (!subordinate && isSpeaker(scene, subject)) return subject;
    second ??= subject;
  }
  return second;
}
