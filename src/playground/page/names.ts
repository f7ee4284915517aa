import type { Scene } from '../scene.ts';

/** What stands for an id in a text: a member, a role or a channel of the scene. */
export interface Names {
  user(id: string): string;
  role(id: string): string;
  channel(id: string): string;
}

export function namesIn(scene: Scene): Names {
  const find = (things: readonly { readonly id: string; readonly name: string }[], id: string) =>
    things.find((thing) => thing.id === id)?.name;
  return {
    user: (id) => `@${find([scene.bot, ...scene.people], id) ?? 'unknown-user'}`,
    role: (id) => `@${find(scene.roles, id)?.replace(/^@/, '') ?? 'unknown-role'}`,
    channel: (id) => `#${find(scene.channels, id) ?? 'unknown'}`,
  };
}
