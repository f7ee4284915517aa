import { z } from 'zod';
import { TROUBLES } from './trouble.ts';

const id = z.string().regex(/^\d{1,20}$/, 'must be an id');
const path = z.string().min(1).max(100);
const customId = z.string().min(1).max(100);
const words = z.string().max(6000);
const file = z.object({ name: z.string().min(1).max(255), base64: z.base64() }).readonly();
const answers = z.record(z.string(), z.union([words, z.number(), z.boolean(), file])).readonly();

/** Who is at the keyboard, and in which channel. */
const seat = { person: id, channel: id };

export const sceneSchema = z.object({ person: id.optional() }).readonly();
export const personSchema = z.object({ person: id }).readonly();
export const seatSchema = z.object(seat).readonly();
export const slashSchema = z.object({ ...seat, path, answers }).readonly();
export const typedSchema = z.object({ ...seat, path, answers, option: z.string().max(32), typed: words }).readonly();
export const pressSchema = z.object({ ...seat, message: id, customId }).readonly();
export const chooseSchema = z
  .object({ ...seat, message: id, customId, values: z.array(z.string()).max(25).readonly() })
  .readonly();
export const menuSchema = z.object({ ...seat, message: id, name: path }).readonly();
export const moveSchema = z.object({ move: z.enum(['next', 'day', 'change']) }).readonly();
export const troubleSchema = z.object({ ...seat, name: z.enum(TROUBLES), on: z.boolean() }).readonly();
export const saySchema = z.object({ ...seat, content: z.string().trim().min(1).max(2000) }).readonly();
export const dismissSchema = z.object({ ...seat, message: id }).readonly();

export type SeatRequest = z.infer<typeof seatSchema>;
export type SlashRequest = z.infer<typeof slashSchema>;
export type Answer = SlashRequest['answers'][string];
export type TypedRequest = z.infer<typeof typedSchema>;
export type PressRequest = z.infer<typeof pressSchema>;
export type ChooseRequest = z.infer<typeof chooseSchema>;
export type MenuRequest = z.infer<typeof menuSchema>;
export type MoveRequest = z.infer<typeof moveSchema>;
export type TroubleRequest = z.infer<typeof troubleSchema>;
export type SayRequest = z.infer<typeof saySchema>;
export type DismissRequest = z.infer<typeof dismissSchema>;
