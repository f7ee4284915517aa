import { readFeed } from '../../intake/feed/feed.ts';
import { extractPage } from '../../intake/page/extract.ts';
import { decodeWeb } from '../../intake/web/decode.ts';
import type { ExtractionQuestion } from './extraction.ts';
import { answerQuestions } from './thread.ts';

/** The thread's side of extraction.ts. */
answerQuestions(({ kind, bytes, contentType, address }: ExtractionQuestion) => {
  const text = decodeWeb(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), contentType);
  return kind === 'feed' ? readFeed(text, address) : extractPage(text, address);
});
