import { validator } from 'hono/validator';
import { z } from 'zod';

/** Reads a query or a body by its schema; what does not fit is answered with 400 and what is wrong with it. */
export function checked<S extends z.ZodType, From extends 'query' | 'json'>(from: From, schema: S) {
  return validator(from, (value, context) => {
    const read = schema.safeParse(value);
    return read.success ? read.data : context.json({ error: z.prettifyError(read.error) }, 400);
  });
}
