/** What only Pinyin has and what only Wade-Giles has. */
const PINYIN = /^(?:zh|x|q|z(?!h))|ong/;
const WADE = /^(?:hs|ts|tz)|^ch(?!a?i$)|ung|ieh$|ien$/;
const SYLLABLES =
  /^(?:(?:zh|ch|sh|hs|ts|tz|sz|[bpmfdtnlgkhjqxzcsryw])?(?:i?a[ino]?|i?ang|e[inhr]?|eng|i[aeu]?|ieh|ien|ian|iao|ing?|iong|iung|o[nu]?|ong|u[aeino]?|uai|uan|uang|ueh?|ung))+$/;
const SPELT: readonly (readonly [RegExp, string])[] = [
  [/hs/g, 'x'],
  [/t[sz]|z(?!h)|c(?!h)/g, 'Z'],
  [/zh|ch|j|q/g, 'C'],
  [/[td]/g, 'T'],
  [/[pb]/g, 'P'],
  [/k|g(?=[aeiou])/g, 'K'],
  [/ung/g, 'ong'],
  [/ieh/g, 'ie'],
  [/ien/g, 'ian'],
];

/**
 * Whether one name is the other's in the older spelling: "Teng Hsiao-ping", "Deng Xiaoping". Two names in one spelling
 * are never compared: there "Zhang" and "Chang" are two.
 */
export function sameChinese(one: readonly string[], other: readonly string[]): boolean {
  const turned = [one, other].some((words) => words.some((word) => PINYIN.test(word)));
  const older = [one, other].find(
    (words) => words.some((word) => WADE.test(word)) && !words.some((word) => PINYIN.test(word)),
  );
  if (!turned || !older) return false;
  if (![...one, ...other].every((word) => SYLLABLES.test(word))) return false;
  return spelt(one[0]!) === spelt(other[0]!) && spelt(one.slice(1).join('')) === spelt(other.slice(1).join(''));
}

const spelt = (word: string): string => SPELT.reduce((text, [letters, sound]) => text.replace(letters, sound), word);
