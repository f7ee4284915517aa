/** A benchmark in the folder that `lede eval` is given: what is run, who scores it, and what is to be reached. */
export interface Part {
  readonly name: string;
  /** The gold file and its scorer, inside the folder. */
  readonly gold: string;
  readonly scorer: string;
  /** The command of `lede` that is run; the part is skipped where there is none. */
  readonly command: 'read' | 'stories' | 'feed' | 'page';
  /** Further words of the command. */
  readonly options?: readonly string[];
  /** Rows go to standard input; files are named. */
  readonly files?: string;
  /** To be read with weights that have not seen GUM, for its texts are among those the shipped ones learned from. */
  readonly withoutGum?: true;
  readonly figures: readonly Figure[];
}

interface Figure {
  readonly name: string;
  /** Where the scorer's last line has it: "b3.f1". */
  readonly key: string;
  readonly atLeast?: number;
}

const ROUGE = (r1: number, r2: number): Figure[] => [
  { name: 'ROUGE-1', key: 'r1', atLeast: r1 },
  { name: 'ROUGE-2', key: 'r2', atLeast: r2 },
];

export const PARTS: readonly Part[] = [
  {
    name: 'quotes, PolNeAR',
    gold: 'quotes/polnear.jsonl',
    scorer: 'quotes/score.mjs',
    command: 'read',
    figures: [
      { name: 'span F1', key: 'spanF1', atLeast: 98.5 },
      { name: 'quote and speaker F1', key: 'f1', atLeast: 93 },
      { name: 'speaker as full name', key: 'fullNameAcc', atLeast: 85 },
    ],
  },
  {
    name: 'names, Middle East newswire',
    gold: 'entities/ww-mideast.jsonl',
    scorer: 'entities/score.mjs',
    command: 'read',
    figures: [
      { name: 'strict F1', key: 'f1', atLeast: 83 },
      { name: 'persons F1', key: 'person', atLeast: 89 },
    ],
  },
  {
    name: 'linking, GUM unseen',
    gold: 'entities/gum-link.jsonl',
    scorer: 'entities/score.mjs',
    command: 'read',
    withoutGum: true,
    figures: [{ name: 'B-cubed F1', key: 'linkB3', atLeast: 92 }],
  },
  {
    name: 'roles, GUM unseen',
    gold: 'entities/gum-roles.jsonl',
    scorer: 'entities/score.mjs',
    command: 'read',
    withoutGum: true,
    figures: [{ name: 'lenient recall', key: 'roleLenient', atLeast: 78 }],
  },
  ...(
    [
      ['CNN', 'cnndm', 30.83, 12.25],
      ['Daily Mail', 'dailymail', 39.58, 17.19],
      ['Inshorts', 'inshorts', 48.19, 25.63],
    ] as const
  ).map(
    ([name, file, r1, r2]): Part => ({
      name: `summary, ${name}`,
      gold: `summaries/${file}.jsonl`,
      scorer: 'summaries/score.mjs',
      command: 'read',
      figures: ROUGE(r1, r2),
    }),
  ),
  ...(
    [
      ['ECB+', 'ecbplus', 0.935, []],
      ['ECB+ one by one', 'ecbplus', 0.935, ['--one-by-one']],
      ['UCI titles', 'uci', 0.75, []],
    ] as const
  ).map(
    ([name, file, f1, options]): Part => ({
      name: `stories, ${name}`,
      gold: `stories/${file}.jsonl`,
      scorer: 'stories/score.mjs',
      command: 'stories',
      options,
      figures: [{ name: 'B-cubed F1', key: 'b3.f1', atLeast: f1 }],
    }),
  ),
  {
    name: 'feeds, conformance',
    gold: 'feeds/gold.jsonl',
    scorer: 'feeds/score.mjs',
    command: 'feed',
    files: 'feeds/files',
    figures: [{ name: 'entries, %', key: 'entry', atLeast: 88 }],
  },
  {
    name: 'feeds, real',
    gold: 'feeds/real.jsonl',
    scorer: 'feeds/score.mjs',
    command: 'feed',
    files: 'feeds/real',
    figures: [{ name: 'values, %', key: 'real', atLeast: 99.8 }],
  },
  {
    name: 'pages',
    gold: 'pages/gold.jsonl',
    scorer: 'pages/score.mjs',
    command: 'page',
    files: 'pages/html',
    figures: [{ name: 'F1', key: 'f1', atLeast: 0.968 }],
  },
];
