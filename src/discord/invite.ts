import { OAuth2Scopes, PermissionsBitField } from 'discord.js';

/** What the bot asks for when it is invited: posting, in threads too, finding its own posts, and sending files. */
const PERMISSIONS = new PermissionsBitField([
  'ViewChannel',
  'SendMessages',
  'SendMessagesInThreads',
  'ReadMessageHistory',
  'AttachFiles',
]);

export function inviteLink(application: string): string {
  const scope = [OAuth2Scopes.Bot, OAuth2Scopes.ApplicationsCommands].join(' ');
  return `https://discord.com/oauth2/authorize?${new URLSearchParams({ client_id: application, scope, permissions: String(PERMISSIONS.bitfield) })}`;
}
