import { type APIMessageComponent, type APIUser, ComponentType } from 'discord-api-types/v10';
import type { AllowedMentions } from '../forms/allowed-mentions.ts';
import type { Guild } from '../world/records.ts';
import type { World } from '../world.ts';

export interface Mentions {
  readonly mentions: APIUser[];
  readonly mention_roles: string[];
  readonly mention_everyone: boolean;
}

/** Whom a text really pings: named in it, allowed by the message and by what its author may mention (`everyone`). */
export function mentionsIn(
  text: string,
  allowed: AllowedMentions | undefined,
  world: World,
  guild: Guild | undefined,
  everyone: boolean,
): Mentions {
  const pings = (kind: 'users' | 'roles', id: string) =>
    !allowed || allowed.parse.includes(kind) || allowed[kind].includes(id);
  const users = idsIn(text, /<@!?(\d+)>/g).filter((id) => pings('users', id));
  const roles = idsIn(text, /<@&(\d+)>/g).filter((id) => pings('roles', id));
  const mentionable = guild?.roles.filter((role) => everyone || role.mentionable).map(({ id }) => id) ?? [];
  return {
    mentions: users.map((id) => world.user(id)).filter((user) => user !== undefined),
    mention_roles: roles.filter((id) => mentionable.includes(id)),
    mention_everyone: everyone && /@(everyone|here)\b/.test(text) && (!allowed || allowed.parse.includes('everyone')),
  };
}

/** What is said in the text displays of these components, the nested ones too. */
export function textOf(components: readonly APIMessageComponent[]): string {
  return components.map(saidIn).join('\n');
}

function saidIn(component: APIMessageComponent): string {
  if (component.type === ComponentType.TextDisplay) return component.content;
  if (component.type === ComponentType.Container || component.type === ComponentType.Section)
    return textOf(component.components);
  return '';
}

function idsIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ''))];
}
