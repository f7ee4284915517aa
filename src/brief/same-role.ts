import { foldedWords } from '../base/fold.ts';

/** What makes another office of it: a former mayor is no mayor. */
const ANOTHER = /^(?:former|formerly|ex|acting|interim|deputy|vice|assistant|co|then|late|elect|designate)$/;

/** Whether a role says nothing that another does not: "mayor" beside "mayor of Sandvik", but not beside "former mayor". */
export function saysNoMore(role: string, other: string): boolean {
  const [its, theirs] = [wordsOf(role), wordsOf(other)];
  return (
    its.every((word) => theirs.includes(word)) && theirs.every((word) => its.includes(word) || !ANOTHER.test(word))
  );
}

/** "Sandvik's mayor" and "the Sandvik mayor" are one. */
const wordsOf = (role: string) =>
  foldedWords(role.replace(/['’]s?(?=\s|$)/gu, '')).filter((word) => !/^(?:the|a|an|of)$/.test(word));
