import { afterEach } from 'vitest';
import { NEWS } from './news.ts';
import { newsroomWith, type TestNewsroom } from './newsroom.ts';

/** Opens newsrooms for the tests of one file, the made-up town's news in them, and closes each after its test. */
export function newsrooms(): (articles?: typeof NEWS) => Promise<TestNewsroom> {
  let open: TestNewsroom | undefined;

  afterEach(async () => {
    await open?.close();
    open = undefined;
  });

  return async (articles = NEWS) => {
    open = await newsroomWith(articles);
    return open;
  };
}
