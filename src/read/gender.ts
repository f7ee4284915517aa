import type { Layout } from './layout.ts';
import type { Lexicon } from './lexicon.ts';
import type { Name } from './names.ts';
import type { Gender } from './pronouns.ts';
import type { Styled } from './roles.ts';

const OF_MEN =
  /^(?:mr|sir|king|prince|emperor|sultan|duke|lord|pope|monk|imam|mufti|husband|father|son|brother|uncle|grandfather|businessman|actor|\w+sman|congressman|chairman|policeman|statesman)$/;
const OF_WOMEN =
  /^(?:mrs|ms|miss|mme|queen|princess|empress|sultana|duchess|lady|dame|nun|wife|widow|mother|daughter|sister|aunt|grandmother|businesswoman|actress|\w+swoman|congresswoman|chairwoman|policewoman)$/;

/** What the text says of a person's gender where it names them: through their given name, title or role. None if it does not. */
export function genderOf({ tokens }: Layout, name: Name, style: Styled, lexicon: Lexicon): Gender | undefined {
  const title = tokens.slice(Math.max(0, style.from - 2), name.from);
  const stated = [...title, ...style.roles.flatMap(({ from, to }) => tokens.slice(from, Math.min(to, from + 4)))];
  if (stated.some(({ key }) => OF_WOMEN.test(key))) return 'woman';
  if (stated.some(({ key }) => OF_MEN.test(key))) return 'man';
  // A surname alone may look like a given name: "Warren", "Jordan".
  if (tokens.slice(name.from, name.to).filter(({ kind }) => kind === 'word').length < 2) return undefined;
  const given = tokens[name.from]!.key;
  const man = lexicon.menNames.has(given);
  if (man === lexicon.womenNames.has(given)) return undefined;
  return man ? 'man' : 'woman';
}
