import { foldedWords } from '../base/fold.ts';

/** Words that say nothing of what a text is about. */
const STOPWORDS = new Set(
  (
    'a about after all also an and any are as at be because been before being between but by can could did do does during ' +
    'for from had has have he her here him his how if in including into is it its just last like may more most new no ' +
    'not now of on one only or other our out over own said say says she should since so some such than that the their them ' +
    'then there these they this those through to told two under until up us was we were what when where which while ' +
    'who whom why will with would year years you your ' +
    'monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
);

/** The telling words of a text, folded, with plural and verb endings cut off crudely: "strikes", "striking" -> "strik". */
export function tellingWords(text: string): string[] {
  return foldedWords(text)
    .filter((word) => word.length > 1 && !STOPWORDS.has(word))
    .map(stem);
}

function stem(word: string): string {
  if (word.length <= 4 || /\d/.test(word)) return word;
  const cut = word.replace(/(ings?|edly|ed|ies|es|s|e|ly)$/, '');
  return cut.length >= 3 ? cut : word;
}
