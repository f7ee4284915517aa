import { writeFileSync } from 'node:fs';
import { Command } from 'commander';
import { messageOf } from '../base/errors.ts';
import { TYPES } from '../read/chain.ts';
import { loadClusters } from '../read/clusters.ts';
import { loadLexicon } from '../read/lexicon.ts';
import { MODEL } from '../read/tagger.ts';
import { type Learned, pack } from '../read/weights.ts';
import { WordBook } from '../read/word-signs.ts';
import { type Course, learn } from './learn.ts';
import { lessonsOf } from './lessons.ts';
import { readMarked } from './marked.ts';

const COURSE: Course = { rounds: 12, rate: 0.08, leaveOut: 0.5, leaveOutKnown: 0.1, runs: 3 };
const LEAN = 0.4;
const STEP = 1 / 32;
/** Signs all of whose weights are smaller than this are left out of the file. */
const SMALLEST = 0.05;

const program = new Command('train')
  .description("Learns the name tagger's weights from marked texts. The same texts give the same file, byte by byte.")
  .argument('<folder>', 'a folder of .jsonl files, a line each {"text", "entities": [{"start", "end", "type"}]}')
  .option('--without <words...>', 'leave out the files whose names begin so', [])
  .option('--out <file>', 'where to write the weights', MODEL)
  .action((folder: string, { without, out }: { without: string[]; out: string }) => {
    const { files, texts } = readMarked(folder, without);
    process.stdout.write(`${texts.length} texts of ${files.join(', ')}\n`);
    const lexicon = loadLexicon();
    const lessons = lessonsOf(texts, lexicon, new WordBook(lexicon, loadClusters()));
    process.stdout.write(`${lessons.lessons.length} lessons, ${lessons.signs.length} signs\n`);
    const learned = rounded(lessons.signs, learn(lessons, COURSE));
    const packed = pack(learned);
    writeFileSync(out, packed);
    process.stdout.write(`${learned.signs.length} signs kept, ${packed.length} bytes: ${out}\n`);
  });

function rounded(signs: readonly number[], weights: Float64Array): Learned {
  const kept = [...signs.keys()].filter((number) =>
    weights.subarray(number * TYPES, (number + 1) * TYPES).some((weight) => Math.abs(weight) >= SMALLEST),
  );
  const steps = new Int8Array(kept.length * TYPES);
  for (const [index, number] of kept.entries())
    for (let type = 0; type < TYPES; type += 1)
      steps[index * TYPES + type] = Math.max(-127, Math.min(127, Math.round(weights[number * TYPES + type]! / STEP)));
  return { signs: Int32Array.from(kept, (number) => signs[number]!), steps, step: STEP, lean: LEAN };
}

try {
  program.parse();
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
