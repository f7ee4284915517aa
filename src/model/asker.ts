/** Who asks, and where from. The command line is one too. */
export interface Asker {
  /** The member's id; "cli" for the command line. */
  readonly member: string;
  /** The server's id; none in a direct message and on the command line. */
  readonly guild?: string;
  readonly channel?: string;
  /** Whether they may manage the server. */
  readonly manager: boolean;
  /** Discord's locale of the asker, such as "en-US". */
  readonly locale: string;
  /** The one its managers chose for the server. */
  readonly serverLocale?: string;
}
