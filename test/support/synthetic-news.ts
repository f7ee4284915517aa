import type { Draft } from '../../src/intake/draft.ts';

/** A day of made-up news, and which event each article tells, by its address. */
export interface SyntheticDay {
  readonly articles: readonly Draft[];
  readonly eventOf: ReadonlyMap<string, string>;
}

const PLACES =
  'Kvaloy Altena Brensholm Lenhausen Morvik Sandoy Trollnes Varpe Osmund Halsey Quillan Ferrol Delmar Istra Norvik Pelham'.split(
    ' ',
  );
const FIRST = 'Ida Jonas Petra Mara Nils Vera Otto Lena Emil Runa Sven Alma'.split(' ');
const LAST = 'Brekke Lie Lindholm Haug Falk Moen Strand Berg Dahl Nygard Holt Vik'.split(' ');
const OUTLETS = ['Port News', 'The Gull', 'Northern Post', 'Evening Courier', 'Harbour Radio', 'The Ledger'];

/** Things that tell one event from another of its kind. */
const DETAILS = (
  'anchor accordion beehive bagpipe cellar chapel chimney cradle dairy drawbridge easel fiddle furnace gable glacier granary ' +
  'hammock harpoon inkwell jetty kettle kiln ladder lantern lighthouse loom mailbag millstone mirror monastery nutmeg oar ' +
  'orchard organ oven paddle pantry pillar plough puppet quarry raft saddle sauna sawmill scaffold sleigh spire stable ' +
  'stove swing tannery telescope thimble trellis trumpet turbine vault vineyard wagon walrus weathervane wharf zither'
).split(' ');

interface Kind {
  readonly title: (event: Event) => string;
  readonly lead: (event: Event) => string;
  /** What comes out later, one a day. */
  readonly facts: readonly ((event: Event) => string)[];
}

interface Event {
  readonly id: string;
  readonly kind: Kind;
  readonly place: string;
  readonly other: string;
  readonly person: string;
  readonly number: number;
  readonly day: number;
  /** What only this event has. */
  readonly details: readonly string[];
}

const KINDS: readonly Kind[] = [
  {
    title: ({ place, number }) => `Ferry sinks off ${place}, ${number} missing`,
    lead: ({ place, other, number }) =>
      `A ferry sank off ${place} in a storm and ${number} passengers are missing. The boat was on its way to ${other} with timber and sheep.`,
    facts: [
      ({ person }) =>
        `Prosecutor ${person} arrested the captain, who had drunk half a bottle of aquavit before casting off.`,
      ({ other }) =>
        `Divers raised the wreck and towed it to the dry dock of ${other}, where inspectors found rusted hull plates.`,
    ],
  },
  {
    title: ({ place, number }) => `Earthquake of ${number} seconds shakes ${place}`,
    lead: ({ place, other, number }) =>
      `An earthquake shook ${place} for ${number} seconds and brought down the church tower. Windows broke as far away as ${other}.`,
    facts: [
      ({ person }) =>
        `Geologist ${person} blamed a forgotten mine whose galleries had never been filled with concrete.`,
      () => 'Parliament granted emergency loans to homeowners and banned drilling across the whole district.',
    ],
  },
  {
    title: ({ place }) => `${place} council closes its last school`,
    lead: ({ place, other, number }) =>
      `The council of ${place} voted to close its last school, and ${number} pupils will take the bus to ${other} from autumn.`,
    facts: [
      ({ person }) =>
        `Teacher ${person} chained herself to the gymnasium and began a hunger strike against the decision.`,
      () => 'A court suspended the vote because two councillors had sold land to the bus company.',
    ],
  },
  {
    title: ({ place, number }) => `Bank in ${place} robbed of ${number} gold bars`,
    lead: ({ place, other, number }) =>
      `Robbers dressed as plumbers carried ${number} gold bars out of a bank in ${place} and fled on skis towards ${other}.`,
    facts: [
      ({ person }) => `Detective ${person} found melted ingots inside a hollow snowman behind the brewery.`,
      () => 'Customs officers seized a violin case full of bullion aboard the night train and charged its owner.',
    ],
  },
];

/** A generator of numbers below 1, the same for the same seed (mulberry32). */
export function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * Days of made-up news: every day a few events begin, each told by some outlets in their own words and by others as a
 * copy of the first; on the next days an event is told again without anything new, or with a new fact, or corrected, or
 * contradicted by another number.
 */
export function syntheticNews(
  days: number,
  { seed = 1, eventsADay = 3, start = '2026-03-01T00:00:00Z' } = {},
): SyntheticDay[] {
  const next = numbersFrom(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)]!;
  const events: Event[] = [];
  return Array.from({ length: days }, (_, day) => {
    const articles: Draft[] = [];
    const eventOf = new Map<string, string>();
    const tell = (event: Event, outlet: string, title: string, text: string, hour: number) => {
      const url = `https://${outlet.toLowerCase().replaceAll(' ', '-')}.example/${event.id}/${day}-${articles.length}`;
      const publishedAt = new Date(Date.parse(start) + day * 86_400_000 + hour * 3_600_000).toISOString();
      articles.push({ title, text, url, outlet, publishedAt });
      eventOf.set(url, event.id);
    };
    for (const event of events.filter((each) => day - each.day <= 2)) retell(event, day - event.day, tell, next);
    for (let nth = 0; nth < eventsADay; nth += 1) {
      const place = PLACES[(day * eventsADay + nth) % PLACES.length]!;
      const other = PLACES[(day * eventsADay + nth + 5) % PLACES.length]!;
      const person = `${pick(FIRST)} ${pick(LAST)}`;
      const event = {
        id: `e${day}-${nth}`,
        kind: KINDS[(day + nth) % KINDS.length]!,
        place,
        other,
        person,
        number: 11 + Math.floor(next() * 80),
        day,
        details: shuffled(DETAILS, next).slice(0, 8),
      };
      events.push(event);
      begin(event, tell, next);
    }
    return { articles, eventOf };
  });
}

const detail = ({ details: [a, b, c, d, e, f, g, h] }: Event) =>
  `Left behind were a ${a}, a ${b} and a ${c}. Nobody could explain the ${d} beside the ${e}, nor the ${f}, the ${g} and the ${h}.`;

type Tell = (event: Event, outlet: string, title: string, text: string, hour: number) => void;

function begin(event: Event, tell: Tell, next: () => number): void {
  const { kind, person, place } = event;
  const [first, copier, own] = shuffled(OUTLETS, next);
  const wire = `${kind.lead(event)} “We have never seen anything like it in this town,” said Mayor ${person}. Neighbours of ${place} brought soup and blankets through the night. ${detail(event)}`;
  tell(event, first!, kind.title(event), wire, 5);
  tell(event, copier!, `${place}: ${kind.title(event)}`, `${wire} More follows.`, 6);
  if (next() < 0.7) {
    tell(
      event,
      own!,
      `What we know: ${kind.title(event)}`,
      `${kind.lead(event)} Mayor ${person} asked everyone to stay at home until morning. ${detail(event)}`,
      7,
    );
  }
}

function retell(event: Event, age: number, tell: Tell, next: () => number): void {
  const [outlet] = shuffled(OUTLETS, next);
  const { kind } = event;
  const fact = kind.facts[age - 1];
  const chance = next();
  if (chance < 0.3) tell(event, outlet!, kind.title(event), `${kind.lead(event)} ${detail(event)}`, 8);
  else if (chance < 0.8 && fact) {
    tell(event, outlet!, `${kind.title(event)}: latest`, `${fact(event)} ${kind.lead(event)} ${detail(event)}`, 9);
  } else if (chance < 0.9) {
    const wrong = { ...event, number: event.number + 100 };
    tell(
      event,
      outlet!,
      `Correction: ${kind.title(wrong)}`,
      `${kind.lead(wrong)} An earlier report gave another number. ${detail(event)}`,
      10,
    );
  }
}

function shuffled<T>(list: readonly T[], next: () => number): T[] {
  return list
    .map((each) => ({ each, at: next() }))
    .sort((a, b) => a.at - b.at)
    .map(({ each }) => each);
}
