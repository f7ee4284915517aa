import { type Lexicon, loadLexicon } from './lexicon.ts';
import { loadTagger, MODEL, type Tagger } from './tagger.ts';

/** What the reader knows of the world: the word lists, and what the tagger has learned. */
export interface Knowledge {
  readonly lexicon: Lexicon;
  readonly tagger: Tagger;
}

/** Reads all of it, once, at start. `model` is a file of the tagger's weights. */
export function loadKnowledge(model = MODEL): Knowledge {
  const lexicon = loadLexicon();
  return { lexicon, tagger: loadTagger(lexicon, model) };
}
