/** What a member of a server wants to hear of by direct message. */
export interface Follow {
  readonly member: string;
  readonly guild: string;
  /** As it is shown: the full name of who or what is meant, or a topic's words as typed. */
  readonly name: string;
  /** The entity it means; none where it is a topic's words. */
  readonly entity?: string;
  /** Articles first seen up to here are told, or are no news. */
  readonly toldTo: Date;
  /** When it was last written about. */
  readonly toldAt?: Date;
}
