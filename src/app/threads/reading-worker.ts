import { loadKnowledge } from '../../read/knowledge.ts';
import { readArticle } from '../../read/read.ts';
import type { Readable } from './reader.ts';
import { answerQuestions } from './thread.ts';

/** The thread's side of reading-thread.ts. */
const knowledge = loadKnowledge();

answerQuestions((article: Readable) => readArticle(article, knowledge));
