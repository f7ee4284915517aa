import { loadLexicon } from '../read/lexicon.ts';
import { readArticle } from '../read/read.ts';
import type { Readable } from './reader.ts';
import { answerQuestions } from './thread.ts';

/** The thread's side of reading-thread.ts. */
const lexicon = loadLexicon();

answerQuestions((article: Readable) => readArticle(article, lexicon));
