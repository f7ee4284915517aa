import type { Courier } from '../../src/app/delivery/courier.ts';
import type { ScheduleDesk, ScheduleWish } from '../../src/app/schedules/desk.ts';
import { MINUTE } from '../../src/base/clock.ts';
import type { Schedule } from '../../src/model/schedule.ts';
import type { TestBot } from './bot.ts';

export const EVERY_MINUTE = '* * * * *';

export const posts = (bot: TestBot) => bot.discord.messages('news');

/** The bot's courier while Discord stores messages and its answers are lost. */
export function losingAnswers(bot: TestBot): Courier {
  const courier = bot.delivering.courier();
  return {
    ...courier,
    async post(...given) {
      await courier.post(...given);
      throw new Error('socket hang up');
    },
  };
}

/** The bot's courier while Discord takes no message. */
export const refusingPosts = (bot: TestBot): Courier => ({
  ...bot.delivering.courier(),
  post: () => Promise.reject(new Error('503')),
});

/** The schedules as the server's manager may change them now. */
export function deskOf(bot: TestBot): ScheduleDesk {
  const guild = bot.discord.world.guild()!.id;
  const member = bot.discord.person('Ada').user.id;
  return bot.open({ member, guild, manager: true, locale: 'de' }, { askedAt: bot.clock.now() }).schedules;
}

/** A schedule of the server's manager for #news: daily at the next minute, in UTC, unless wished otherwise. */
export async function schedule(bot: TestBot, wish: Partial<ScheduleWish> = {}): Promise<Schedule> {
  const channel = bot.discord.world.channel('news')!.id;
  const soon = new Date(bot.clock.now().getTime() + MINUTE);
  const cron = `${soon.getUTCMinutes()} ${soon.getUTCHours()} * * *`;
  const { schedule: made } = await deskOf(bot).add({ channel, zone: 'UTC', cron, ...wish });
  return made;
}
