import { type APIMessage, PermissionFlagsBits as May, MessageReferenceType, MessageType } from 'discord-api-types/v10';
import { refuse } from '../../failure.ts';
import { type Draft, readDraft } from '../../forms/draft.ts';
import { Form } from '../../forms/form.ts';
import type { Authorship } from '../../messages/compose.ts';
import type { Messages, Page } from '../../messages/messages.ts';
import { payloadFor, payloadOf, type ShownMessage } from '../../messages/shown.ts';
import type { Channel } from '../../world/records.ts';
import type { World } from '../../world.ts';
import { requirePermission, requireSending, visibleChannel } from '../access.ts';
import { type Call, nothing, ok, type Reply, type Route } from '../route.ts';

/** /channels/{id}/messages: posting, reading back, editing and deleting. */
export function messageRoutes(world: World, messages: Messages): readonly Route[] {
  const path = '/channels/:channel/messages';
  return [
    { method: 'POST', path, limit: 'messages', answer: (call) => post(call, world, messages) },
    { method: 'GET', path, answer: (call) => history(call, world, messages) },
    { method: 'GET', path: `${path}/:message`, answer: (call) => one(call, world, messages) },
    { method: 'PATCH', path: `${path}/:message`, answer: (call) => edit(call, world, messages) },
    { method: 'DELETE', path: `${path}/:message`, answer: (call) => remove(call, world, messages) },
  ];
}

function post(call: Call, world: World, messages: Messages): Reply {
  const channel = visibleChannel(world, call.part('channel'));
  requireSending(world, channel);
  const form = new Form(call.body);
  const nonce = readNonce(form);
  const enforced = form.flag('enforce_nonce') ?? false;
  const replied = readReference(form, channel, messages);
  const draft = readDraft(form, call.files);
  requireFor(draft, world, channel);
  const known = enforced && nonce !== undefined ? messages.madeBy(channel, nonce) : undefined;
  const message = known ?? messages.post(channel, draft, { author: world.bot, ...replied }, nonce);
  return ok({ ...payloadOf(message), ...(nonce !== undefined && { nonce }) });
}

/** The message this one replies to, which must be there unless the bot says it need not be. */
function readReference(form: Form, channel: Channel, messages: Messages): Pick<Authorship, 'type' | 'facts'> {
  const reference = form.form('message_reference');
  const id = reference?.snowflake('message_id', true);
  if (!reference || id === undefined) return {};
  const message_reference = { type: MessageReferenceType.Default, channel_id: channel.id, message_id: id };
  if (messages.find(channel.id, id)) return { type: MessageType.Reply, facts: { message_reference } };
  const needed = reference.flag('fail_if_not_exists') ?? true;
  if (needed) form.refuseField('message_reference', 'REPLIES_UNKNOWN_MESSAGE', 'Unknown message');
  return {};
}

/** A whole number or a text of up to 25 characters. */
function readNonce(form: Form): string | number | undefined {
  const number = form.raw('nonce');
  return typeof number === 'number' ? form.whole('nonce') : form.text('nonce', { max: 25 });
}

function requireFor(draft: Draft, world: World, channel: Channel): void {
  if (draft.files.length > 0) requirePermission(world, channel, May.AttachFiles);
  if ((draft.embeds ?? []).length > 0) requirePermission(world, channel, May.EmbedLinks);
}

function history(call: Call, world: World, messages: Messages): Reply {
  const channel = visibleChannel(world, call.part('channel'));
  const page = readPage(call.query);
  // Without this permission Discord does not refuse: it returns no messages.
  const may = channel.guild === undefined || world.permissions(world.bot.id, channel) & May.ReadMessageHistory;
  if (!may) return ok([]);
  return ok(messages.history(channel.id, page).map((message) => readable(message, channel, world)));
}

function readPage(query: URLSearchParams): Page {
  const form = new Form({ ...Object.fromEntries(query), limit: Number(query.get('limit') ?? 50) });
  const [before, after, around] = [form.snowflake('before'), form.snowflake('after'), form.snowflake('around')];
  const limit = form.whole('limit', { min: 1, max: 100 }) ?? 50;
  form.settle();
  return {
    limit,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    ...(around !== undefined && { around }),
  };
}

function readable(message: ShownMessage, channel: Channel, world: World): APIMessage {
  return payloadFor(world.bot.id, message, channel.guild === undefined);
}

function one(call: Call, world: World, messages: Messages): Reply {
  const channel = visibleChannel(world, call.part('channel'));
  requirePermission(world, channel, May.ReadMessageHistory);
  return ok(readable(found(call, channel, messages), channel, world));
}

function edit(call: Call, world: World, messages: Messages): Reply {
  const channel = visibleChannel(world, call.part('channel'));
  const message = found(call, channel, messages);
  if (message.author.id !== world.bot.id) throw refuse.otherAuthor();
  const draft = readDraft(new Form(call.body), call.files, message);
  requireFor(draft, world, channel);
  return ok(payloadOf(messages.edit(channel, message, draft)));
}

function remove(call: Call, world: World, messages: Messages): Reply {
  const channel = visibleChannel(world, call.part('channel'));
  const message = found(call, channel, messages);
  if (message.author.id !== world.bot.id) requirePermission(world, channel, May.ManageMessages);
  messages.delete(channel, message);
  return nothing;
}

/** Ephemeral messages are no messages of the channel, whoever asks. */
function found(call: Call, channel: Channel, messages: Messages): ShownMessage {
  const message = messages.find(channel.id, call.part('message'));
  if (!message || message.ephemeralFor !== undefined) throw refuse.unknownMessage();
  return message;
}
