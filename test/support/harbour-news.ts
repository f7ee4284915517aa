import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

interface News {
  readonly title: string;
  readonly outlet: string;
  readonly text: string;
}

/** News of a town by the sea, all of it made up: six events, some told by two outlets. */
const NEWS: readonly News[] = [
  {
    title: 'Council puts off the harbour vote',
    outlet: 'Harbour Courier',
    text: `The town council of Sandvik has put off its vote on the new harbour wall by a week. Council leader Mara Lindqvist said the engineers had asked for more time.

"We need another week, and we will take it," Lindqvist said after the meeting. Fishermen had waited outside the town hall since the morning.

The wall is to cost 40 million crowns. The old one was damaged in the storm of last October.`,
  },
  {
    title: 'Sandvik delays vote on harbour wall',
    outlet: 'Coast Daily',
    text: `Sandvik will not vote on its new harbour wall this week. The council put the vote off after the engineers asked for more time.

"Nobody builds a wall twice because of one week," said Tomas Brandt, the harbour master. The wall is to cost 40 million crowns.

Council leader Mara Lindqvist called the delay a matter of care.`,
  },
  {
    title: 'Ferry to the islands runs again',
    outlet: 'Harbour Courier',
    text: `The ferry to the outer islands runs again after eleven days. The first boat left at six on Monday morning with two hundred passengers.

"The engine is new, the crew is rested," said captain Ines Oduya. Islanders had relied on fishing boats for food and post.

The company will pay back half of all season tickets.`,
  },
  {
    title: 'Wind farm feeds its first power into the grid',
    outlet: 'Coast Daily',
    text: `The wind farm off Kap Torsen fed its first power into the grid on Sunday evening. It is to supply thirty thousand homes by the spring.

"It turned, and the lamps stayed on," said Lena Marsh, the head of the project. Two of the twelve turbines are still being tested.

Energy Minister Paul Varga will visit the farm on Friday.`,
  },
  {
    title: 'School strike ends in Norrby',
    outlet: 'Norrby Echo',
    text: `Teachers in Norrby return to their classes on Wednesday. Their union accepted an offer of four per cent after nine days of strike.

"It is not what we asked for, but it is fair," said union leader Birgit Solheim. The city will find the money in its road budget.

Parents welcomed the end of the strike.`,
  },
  {
    title: 'Museum finds a lost map of the coast',
    outlet: 'Norrby Echo',
    text: `The museum of Norrby has found a map of the coast that was thought lost for a century. A student found it folded into the cover of a tax register.

"I opened the book to look for salt prices," said the student, Emre Aslan. The map shows two islands that no longer exist.

It will be shown to the public from March.`,
  },
  {
    title: 'Rain closes the mountain road',
    outlet: 'Coast Daily',
    text: `The road over the Hallen pass is closed until further notice. Heavy rain washed stones onto it on Saturday night.

"We will not send anyone up there before it is dry," said road chief Anna Berg. Lorries have to take the coast road, which adds two hours.

No one was hurt.`,
  },
];

/** Writes the news into a folder as an article file, each an hour older than the one before, the newest an hour old. */
export function writeHarbourNews(folder: string, now: Date): void {
  const articles = NEWS.map((news, index) => ({
    ...news,
    url: `https://news.example/${news.title.toLowerCase().replaceAll(' ', '-')}`,
    publishedAt: new Date(now.getTime() - (index + 1) * 3_600_000).toISOString(),
  }));
  writeFileSync(join(folder, 'harbour.json'), JSON.stringify(articles));
}
