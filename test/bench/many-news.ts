import { DAY, MINUTE } from '../../src/base/clock.ts';
import type { Draft } from '../../src/intake/draft.ts';
import { numbersFrom } from '../support/synthetic-news.ts';

/** Made-up news in any number, with the names and words that may be asked about it, those that occur most first. */
export interface ManyNews {
  readonly articles: readonly Draft[];
  readonly people: readonly string[];
  readonly places: readonly string[];
  readonly things: readonly string[];
  readonly outlets: readonly string[];
}

/** As in news, a few names stand nearly everywhere and most in one or two articles. */
const PEOPLE = 12_000;
const PLACES = 3_000;
const THINGS = 20_000;
const OUTLETS = 40;

const ONSETS = 'b br d dr f fl g gr h j k kl l m n p pl r s sk st t tr v w'.split(' ');
const VOWELS = 'a e i o u ae au ei'.split(' ');
const CODAS = 'l n r s t m nd rk lm sk'.split(' ');

interface Event {
  readonly place: string;
  readonly other: string;
  readonly minister: string;
  readonly witness: string;
  readonly number: number;
  readonly things: readonly string[];
}

const LEADS: readonly ((event: Event) => { title: string; text: string })[] = [
  ({ place, other, number, things: [a, b] }) => ({
    title: `Ferry with ${number} passengers runs aground off ${place}`,
    text: `A ferry with ${number} passengers ran aground off ${place} on its way to ${other}. It carried ${a} and ${b}.`,
  }),
  ({ place, minister, number, things: [a, b] }) => ({
    title: `${minister} promises ${number} million for the ${a} of ${place}`,
    text: `Minister ${minister} promised ${number} million crowns for the ${a} of ${place}. The ${b} is to be rebuilt as well.`,
  }),
  ({ place, other, number, things: [a, b] }) => ({
    title: `Court in ${place} halts the ${a} after ${number} complaints`,
    text: `A court in ${place} halted the ${a} after ${number} complaints from ${other}. The judges also asked about the ${b}.`,
  }),
  ({ place, other, number, things: [a, b] }) => ({
    title: `Fire at the ${a} works in ${place}`,
    text: `A fire destroyed the ${a} works in ${place} and ${number} people left their homes. Smoke of ${b} was seen in ${other}.`,
  }),
  ({ place, minister, number, things: [a, b] }) => ({
    title: `${place} elects ${minister} with ${number} votes to spare`,
    text: `${minister} was elected mayor of ${place} with ${number} votes to spare. The campaign was about ${a} and ${b}.`,
  }),
];

const MORE: readonly ((event: Event) => string)[] = [
  ({ minister, things: [, , a, b] }) =>
    `“Nobody in this country should go to bed without a ${a} and a ${b},” said Minister ${minister} on Tuesday.`,
  ({ witness, place, things: [, , , , a, b] }) =>
    `“I saw the ${a} first and then I heard the ${b},” said ${witness}, a baker from ${place}.`,
  ({ place, things: [, , , , , , a, b] }) =>
    `The council of ${place} will discuss the ${a} next week, and the ${b} after that.`,
  ({ other, things: [a, , , , , b] }) => `In ${other} the same ${a} had been stored beside a ${b} since the spring.`,
  ({ minister, witness }) => `${minister} thanked ${witness} for the help and asked everyone to stay calm.`,
  ({ number, things: [, a, , , , , , b] }) => `At least ${number} households had no ${a} by the evening, and no ${b}.`,
  ({ witness, things: [, , a] }) => `${witness} told reporters that the ${a} had been repaired only a month ago.`,
  ({ place, other, things: [, , , b] }) => `The road between ${place} and ${other} is closed until the ${b} is found.`,
];

/**
 * So many articles, dated evenly over the days up to `end`, oldest first: of every event one to six, in the words of
 * the outlet or as a copy of the first. Texts have 500 to 900 characters.
 */
export function manyNews(count: number, { days, end, seed = 1 }: { days: number; end: Date; seed?: number }): ManyNews {
  const next = numbersFrom(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const words = (many: number, make: () => string) => {
    const made = new Set<string>();
    while (made.size < many) made.add(make());
    return [...made];
  };
  const syllable = () => ONSETS[below(ONSETS.length)]! + VOWELS[below(VOWELS.length)]!;
  const thing = () => syllable() + syllable() + CODAS[below(CODAS.length)];
  const name = () => `${thing().charAt(0).toUpperCase()}`.concat(thing().slice(1));
  const places = words(PLACES, name);
  const people = words(PEOPLE, () => `${name().slice(0, 4)}a ${name()}`);
  const things = words(THINGS, thing);
  const outlets = words(OUTLETS, () => `${name()} Post`);
  const common = (list: readonly string[]) => list[Math.floor(list.length * next() ** 4)]!;

  const articles: Draft[] = [];
  while (articles.length < count) {
    const event: Event = {
      place: common(places),
      other: common(places),
      minister: common(people),
      witness: common(people),
      number: 11 + below(900),
      things: Array.from({ length: 8 }, () => common(things)),
    };
    const lead = LEADS[below(LEADS.length)]!(event);
    const tellers = Math.min(1 + Math.floor(6 * next() ** 3), count - articles.length);
    const at = end.getTime() - days * DAY * (1 - articles.length / count);
    let first = '';
    for (let nth = 0; nth < tellers; nth += 1) {
      const start = below(MORE.length);
      const more = Array.from({ length: 5 }, (_, step) => MORE[(start + step) % MORE.length]!(event));
      const own = [lead.text, ...more].join(' ');
      first ||= own;
      const copied = nth > 0 && next() < 0.3;
      articles.push({
        title: nth === 0 || copied ? lead.title : `${lead.title}, ${event.things[nth % 8]} and all`,
        text: copied ? first : own,
        outlet: common(outlets),
        url: `https://news.example/${articles.length}`,
        publishedAt: new Date(Math.min(at + nth * 7 * MINUTE, end.getTime())).toISOString(),
      });
    }
  }
  return { articles, people, places, things, outlets };
}
