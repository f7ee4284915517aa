import { foldedWords } from '../../base/fold.ts';

/** More words make no list of names or titles shorter, and every one is looked up. */
const MOST = 8;

/** The words of what somebody types into an option, as they are compared. */
export const typedWords = (typed: string): string[] => foldedWords(typed).slice(0, MOST);
