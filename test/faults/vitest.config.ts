import { defineConfig } from 'vitest/config';

/** `npm run test:faults`: the long versions, some minutes each; `npm test` runs short ones. */
export default defineConfig({
  test: { dir: 'test/faults', include: ['**/*.long.ts'], testTimeout: 1_800_000, fileParallelism: false },
});
