/** "1 story", "3 stories": a number with the word that goes with it. */
export const count = (many: number, one: string, more = `${one}s`): string => `${many} ${many === 1 ? one : more}`;
