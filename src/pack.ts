import { rolldown } from 'rolldown';
import { ROOT } from './base/root.ts';

/**
 * Packs the command line into a few files under `dist/packed`, as the build's last step. Each `lede brief` is a process of
 * its own, and Node took longer to open the 650 files it is made of than Lede to answer. The bot starts once: it runs as
 * tsc leaves it.
 */
const packed = await rolldown({
  cwd: ROOT,
  input: { lede: 'src/cli.ts' },
  platform: 'node',
  // The other packages are a file or two, have native parts, or few commands ask for them.
  external: /^(?!\.|\/|kysely$|zod$)/,
});
await packed.write({
  dir: 'dist/packed',
  cleanDir: true,
  entryFileNames: '[name].js',
  chunkFileNames: '[name].js',
});
await packed.close();
