import type { Counts } from '../model/briefing.ts';
import type { Card } from './card.ts';
import { count } from './count.ts';

export interface CommandHelp {
  readonly name: string;
  readonly description: string;
  readonly example: string;
}

/** What this is, what is loaded and how fresh, each command with an example, and what is kept about whom. */
export function aboutCard(counts: Counts, commands: readonly CommandHelp[]): Card {
  return {
    head: [
      { title: ['Lede'] },
      {
        text: [
          'I brief this server on the news. Every sentence and quote I show is copied word for word from an article, and links to it where it has an address.',
        ],
      },
    ],
    entries: [
      { blocks: [{ heading: ['What I have read'] }, { text: [loaded(counts)] }, freshness(counts)] },
      {
        blocks: [
          { heading: ['What you can ask'] },
          ...commands.map(({ description, example }) => ({ bullet: [{ code: example }, ` — ${description}`] })),
        ],
      },
      {
        blocks: [
          { heading: ['Privacy'] },
          {
            text: [
              'I do not read messages; of one that you use “Brief this link” on, I see that one, and keep its links with the reply’s buttons. I keep the schedules that managers make, what you follow until you end it, and for 30 days what a reply’s buttons need: the command and who asked.',
            ],
          },
        ],
      },
    ],
    foot: [],
    perPage: 3,
  };
}

/** What is none of is left out: "0 places" tells a member nothing. */
function loaded({ articles, stories, quotes, outlets, named }: Counts): string {
  const { person, organization, place } = named;
  const parts = [
    `${count(articles, 'article')} in ${count(stories, 'story', 'stories')}`,
    outlets > 0 && `${count(outlets, 'outlet')} named`,
    quotes > 0 && count(quotes, 'quote'),
    person > 0 && count(person, 'person', 'people'),
    organization > 0 && count(organization, 'organisation'),
    place > 0 && count(place, 'place'),
  ];
  return `${new Intl.ListFormat('en-GB').format(parts.filter((part) => part !== false))}.`;
}

function freshness({ newest }: Counts) {
  if (!newest) return { small: ['No article has come in yet.'] };
  return { small: ['The newest article came ', { time: newest, as: 'ago' as const }] };
}
