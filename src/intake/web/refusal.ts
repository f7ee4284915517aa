import { UserError } from '../../base/errors.ts';

export type RefusalKind =
  | 'address'
  | 'link'
  | 'redirects'
  | 'robots'
  | 'size'
  | 'packing'
  | 'status'
  | 'time'
  | 'connection'
  | 'content';

interface RefusalFacts {
  /** The HTTP status, where the server answered with one. */
  readonly status?: number;
  /** When the server asked to be left alone until. */
  readonly retryAfter?: Date;
}

/** Why something was not fetched, as a clause that follows "…was skipped: ". It never holds a password of a link. */
export class Refusal extends UserError {
  readonly kind: RefusalKind;
  readonly facts: RefusalFacts;

  constructor(kind: RefusalKind, message: string, facts: RefusalFacts = {}) {
    super(message);
    this.kind = kind;
    this.facts = facts;
  }
}
