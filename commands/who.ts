import { defineCommand } from '../src/discord/command.ts';
import { candidateRow, candidatesCard, whoCard, whoRow } from '../src/render/who.ts';

/** /who: the dossier of a person, organisation or place, or a choice of those a name could mean. */
export default defineCommand({
  name: 'who',
  description: 'Who somebody is: roles as stated, latest quotes, articles, company',
  example: '/who name:Katz',

  options: {
    name: {
      type: 'text',
      description: 'A person, organisation or place; a surname will do',
      maxLength: 100,
      required: true,
      suggest: (typed, newsroom) => newsroom.suggest.names(typed),
    },
  },

  async run({ name }, newsroom) {
    const found = await newsroom.who(name);
    if (found.kind === 'one') return { card: whoCard(found.dossier), rows: [whoRow(found.dossier)] };

    const { kind, candidates } = found;
    const unknown = kind === 'none';
    return { card: candidatesCard(name, candidates, unknown), rows: candidates.map(candidateRow), private: unknown };
  },
});
