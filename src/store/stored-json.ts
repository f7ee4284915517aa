import { z } from 'zod';
import { messageOf } from '../base/errors.ts';

/** What a column of JSON says. @param what names the row in the error. @throws Error where it was damaged */
export function parseStored<T>(schema: z.ZodType<T>, json: string, what: string): T {
  try {
    return schema.parse(JSON.parse(json));
  } catch (error) {
    const issue = error instanceof z.ZodError ? error.issues[0] : undefined;
    const reason = issue ? `${issue.path.join('.')}: ${issue.message}` : messageOf(error);
    throw new Error(`${what} is damaged in the database: ${reason}`);
  }
}
