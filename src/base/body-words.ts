/** Bodies named by what they are for, in either order: "Ministry of Health", "Health Ministry". */
const TURNS = /^(?:ministry|department|directorate|committee|commission|secretariat|bureau|office|chamber|council)$/;
/** Words that one form has and another leaves out: "Ministry of Foreign Affairs", "Foreign Ministry". */
const LEFT_OUT = /^(?:the|and|affairs)$/;

const AMERICAN: readonly (readonly [RegExp, string])[] = [
  [/^(.*(?:lab|harb|neighb|col|hon))our(s|ed|ing)?$/, '$1or$2'],
  [/^(cent|theat|met)re(s?)$/, '$1er$2'],
  [/^(defen|offen)ce$/, '$1se'],
  [/^(.{3,})isation(s?)$/, '$1ization$2'],
  [/^(program)me(s?)$/, '$1$2'],
];

/**
 * The folded words of an organisation's name in one order and one spelling: "ministry of the defence" and
 * "defense ministry" are alike, "ministry of health" and "ministry of war" are not.
 */
export function bodyWords(words: readonly string[]): string[] {
  const spelt = words.map(american);
  const of = spelt.findIndex((word) => word === 'of' || word === 'for');
  const head = spelt[of - 1];
  if (head === undefined || !TURNS.test(head) || of === spelt.length - 1) return kept(spelt);
  return kept([...spelt.slice(0, of - 1), ...spelt.slice(of + 1), head]);
}

function kept(words: readonly string[]): string[] {
  const some = words.filter((word) => !LEFT_OUT.test(word));
  return some.length > 0 ? some : [...words];
}

function american(word: string): string {
  for (const [british, spelling] of AMERICAN) if (british.test(word)) return word.replace(british, spelling);
  return word;
}
