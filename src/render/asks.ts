import type { Ask } from '../model/view.ts';

/** What opens a story of this id, or one that has become part of another. */
export const storyAsk = (id: string): Ask => ({ command: 'story', answers: { title: `#${id}` }, page: 0 });

/** What opens the dossier of an entity of this id. */
export const whoAsk = (id: string): Ask => ({ command: 'who', answers: { name: `#${id}` }, page: 0 });
