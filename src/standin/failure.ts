import { RESTJSONErrorCodes as Code } from 'discord-api-types/v10';

/** One field's errors, or the errors of the fields inside it: the shape of Discord's `errors`. */
export type FieldErrors = {
  [field: string]: FieldErrors | readonly { readonly code: string; readonly message: string }[];
};

/** Why Discord refuses a request: the HTTP status and the body it answers with. */
export class Failure extends Error {
  override readonly name = 'Failure';
  readonly status: number;
  readonly code: number;
  readonly errors: FieldErrors | undefined;

  constructor(status: number, code: number, message: string, errors?: FieldErrors) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }

  get body(): object {
    return { message: this.message, code: this.code, ...(this.errors && { errors: this.errors }) };
  }
}

/** The refusals by name, worded as Discord words them. */
export const refuse = {
  unauthorized: () => new Failure(401, Code.GeneralError, '401: Unauthorized'),
  noRoute: () => new Failure(404, Code.GeneralError, '404: Not Found'),
  tooLarge: () => new Failure(413, Code.RequestEntityTooLarge, 'Request entity too large'),
  invalidJson: () => new Failure(400, Code.RequestBodyContainsInvalidJSON, 'The request body contains invalid JSON.'),
  invalidForm: (errors: FieldErrors) =>
    new Failure(400, Code.InvalidFormBodyOrContentType, 'Invalid Form Body', errors),
  unknownApplication: () => new Failure(404, Code.UnknownApplication, 'Unknown Application'),
  unknownChannel: () => new Failure(404, Code.UnknownChannel, 'Unknown Channel'),
  unknownGuild: () => new Failure(404, Code.UnknownGuild, 'Unknown Guild'),
  unknownMember: () => new Failure(404, Code.UnknownMember, 'Unknown Member'),
  unknownMessage: () => new Failure(404, Code.UnknownMessage, 'Unknown Message'),
  unknownWebhook: () => new Failure(404, Code.UnknownWebhook, 'Unknown Webhook'),
  unknownUser: () => new Failure(404, Code.UnknownUser, 'Unknown User'),
  unknownInteraction: () => new Failure(404, Code.UnknownInteraction, 'Unknown interaction'),
  unknownCommand: () => new Failure(404, Code.UnknownApplicationCommand, 'Unknown application command'),
  tooManyCommands: (limit: number) =>
    new Failure(
      400,
      Code.MaximumNumberOfApplicationCommandsReached,
      `Maximum number of application commands reached (${limit})`,
    ),
  otherApplication: () =>
    new Failure(
      403,
      Code.NotAuthorizedToPerformThisActionOnThisApplication,
      'You are not authorized to perform this action on this application',
    ),
  answered: () =>
    new Failure(400, Code.InteractionHasAlreadyBeenAcknowledged, 'Interaction has already been acknowledged.'),
  missingAccess: () => new Failure(403, Code.MissingAccess, 'Missing Access'),
  missingPermissions: () => new Failure(403, Code.MissingPermissions, 'Missing Permissions'),
  otherAuthor: () =>
    new Failure(403, Code.CannotEditMessageAuthoredByAnotherUser, 'Cannot edit a message authored by another user'),
  emptyMessage: () => new Failure(400, Code.CannotSendAnEmptyMessage, 'Cannot send an empty message'),
  noDirectMessages: () => new Failure(403, Code.CannotSendMessagesToThisUser, 'Cannot send messages to this user'),
  noMutualGuilds: () =>
    new Failure(
      403,
      Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds,
      'Cannot send messages to this user due to having no mutual guilds',
    ),
  wrongChannelType: () =>
    new Failure(400, Code.CannotExecuteActionOnThisChannelType, 'Cannot execute action on this channel type'),
  alreadyCrossposted: () =>
    new Failure(400, Code.ThisMessageWasAlreadyCrossposted, 'This message has already been crossposted.'),
  noRecipient: () => new Failure(400, Code.InvalidRecipients, 'Invalid Recipient(s)'),
  staleToken: () => new Failure(401, Code.InvalidWebhookToken, 'Invalid Webhook Token'),
};
